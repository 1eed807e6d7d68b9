cnncourse.networks["resnet20-page-shapes"] = {
"title": "ResNet-20",
"record": {
"plan": "resnet20-page-shapes",
"seed": 0,
"network": "resnet20",
"options": {
"width": 6
},
"recipe": {
"epochs": 30,
"batch_size": 64,
"optimizer": "sgd",
"lr": 0.1,
"momentum": 0.9,
"weight_decay": 0.0005,
"schedule": "one-cycle",
"label_smoothing": 0.0,
"clip": 0.0,
"ema": 0.0,
"mixup": 0.0,
"cutmix": 0.0,
"patience": 0,
"precision": "auto",
"memory_format": "channels_last",
"sync_norms": false
},
"augment": "Augment(Flip(p=0.5, vertical=False), Crop(p=1.0, size=None, padding=2))",
"data": "generated shapes of 16x16; 4000 to train on, 0 held out",
"seconds": 76.1,
"device": "1 core of AMD EPYC",
"versions": {
"python": "3.11.7",
"torch": "2.14.1+cu130",
"torchvision": "0.29.1+cu130",
"cnncourse": "0.1.0"
},
"commit": "7ad7dd0bcab0+",
"date": "2026-11-22",
"measured": {},
"test_accuracy": 84.3,
"test_accuracy_of_32_bits": 83.9,
"made_by": "cnncourse export resnet20-page-shapes --seed 0"
},
"input": [
3,
16,
16
],
"mean": [
0.4523,
0.4524,
0.4477
],
"std": [
0.2067,
0.2062,
0.2043
],
"classes": [
"disc",
"ring",
"half-disc",
"triangle",
"square",
"bar",
"cross",
"star",
"crescent",
"arrow"
],
"smallest_wins": false,
"steps": [
{
"name": "conv",
"inputs": [
"input"
],
"shape": [
6,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
6,
3,
3,
3
],
"scale": "S30oPKA5mzsmyxU83dsPPCu/mjvNmQY8",
"values": "9gGBag8dOfnlAO2dTxoGMgrX8vWNbyECK/flJPPqAQvYzuCBCx+86Py/GN3F5e/n9R3G4+PJHX7MvU4Yz+DkFW/Km2gy8djcD3/Jplgoy9/l3xrJf5bBOS3r3kHuXanBPjjK6yHqYLTALyTZZB73gZDpLDbxfQgJp6r/OCnpVf0Dk6n/ND376QUK5BB//wrT5iEM4excEhjj1QQWywhhFhrI"
}
},
{
"name": "stem.0",
"inputs": [
"conv"
],
"shape": [
6,
16,
16
],
"op": "affine",
"scale": "mvtBPs0H5j5QYG8+w37EPhwBNj+yPJE+",
"shift": "EcxTP77Yvr/lwoA/dlq3vsN5h78SZbQ+"
},
{
"name": "stem.1",
"inputs": [
"stem.0"
],
"shape": [
6,
16,
16
],
"op": "relu"
},
{
"name": "stage1.0.conv1",
"inputs": [
"stem.1"
],
"shape": [
6,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
6,
6,
3,
3
],
"scale": "ypwYPOBs6jsHTQw859cFPLBevTsRhaI7",
"values": "/eEKZvkI7uPaEOkMDfgJE+Pu9IH7Nyrz3yseOlzmGt0kAvfXA/rqA9rs+xAX1N8pHRMe8CQJEOSU9fyTNwUD1NIB1fsP/w01LBPj8MZoW4EJ9ebu+0XdJvOCy+Hr8NSxEiL/BOnvwsvKwwAZCO4DCTnr+iEP2unQDNfwA/zC+eef8GGB/QLbvgsk6NUS9fUYDxP5IBDb7s/p6NYJKgLl6RADQ/QQxJma85D55fAg7/798gP6G+LGyvUq34Egy/4p20gP+8bQ7O4BI+/nC/y9D7sitCwbETkrAF4G09+kT20nFfT9B/b6E/vWYRjM+/HeoJK53QHFIf+BKuCw8SgYBPrx99wECbTDzb8hywM6NACt/LCNCOr9LX9J4BP66Rv1OFhpCdda+gPVAyYC2CZhCoX7GSFHLN6/6cu9HTvfkaMe2vqk"
}
},
{
"name": "stage1.0.bn1",
"inputs": [
"stage1.0.conv1"
],
"shape": [
6,
16,
16
],
"op": "affine",
"scale": "iEIsP3HYGD8zuEY/ey90Px8kMz/mqYQ/",
"shift": "cJMYvo8c1z+3uYU/x0I1QPhejj/rcXq9"
},
{
"name": "stage1.0.relu1",
"inputs": [
"stage1.0.bn1"
],
"shape": [
6,
16,
16
],
"op": "relu"
},
{
"name": "stage1.0.conv2",
"inputs": [
"stage1.0.relu1"
],
"shape": [
6,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
6,
6,
3,
3
],
"scale": "3cPtO8/V0jus6s07RP+uOxMm7TsfZLc7",
"values": "If3/GAuB7SO+pGbvpRRAB+gJJ8QWU9u6Ui7sAUAPEs7mKPME7cMFEq046QjgDuUGDVsX9g0bDd/aC5vcfxns8e8pDB7e1dmoKxD7BvgoW7mm5xIV4RYX1rC/9RTjDEgrLEwYFOnrpqPLC9vjng/VBCm9MRroAb0gQ4jNf07oyAC75xryMzQoIRK+ew6tXU+bCAu5t/dM6bczpOLSINkDMEL+CsL2gb3mluL0+QAEpzs+KhgDyunJ+ODX3AnMlwQm1D5D7Oy1v94rEwc4EsAT0/Pn0Ss7IFgBH/DE9BUFyc3q7+Tc8NX56Z4E3wgIBm0h2+gOvgfr1McrIoHoy+MF08udpPgTNOGv9BXj7arxMUTbrKG96pqBuBrQOVxSMT0hzie2+lIJuh0Yk9gu/EZGw8v479GwAvIUDdHxBwJL/UM4xdH0"
}
},
{
"name": "stage1.0.bn2",
"inputs": [
"stage1.0.conv2"
],
"shape": [
6,
16,
16
],
"op": "affine",
"scale": "g10pPw5MIj/z3u4+vX0CP6LBAj/cBA0/",
"shift": "dzI6v60hxT52csq+1OSdPOu2AkBo28E+"
},
{
"name": "add",
"inputs": [
"stage1.0.bn2",
"stem.1"
],
"shape": [
6,
16,
16
],
"op": "add"
},
{
"name": "stage1.0.relu",
"inputs": [
"add"
],
"shape": [
6,
16,
16
],
"op": "relu"
},
{
"name": "stage1.1.conv1",
"inputs": [
"stage1.0.relu"
],
"shape": [
6,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
6,
6,
3,
3
],
"scale": "1jTGO+rEhDthUs47tiHKO9M+tDs9pr87",
"values": "A9nkzjTpG1jY5SPM/z5D7d8X8ayBSa7MGeXpLOb35QTcJyKwOuIQ4erFSsrZAgVZEbQVCMydL9r8D9beC6Cz1t3Lj8jIzugQ2sP3peOrgQQt2jrQ4Tj1ylgALlZdbHotUN3iJDTRKksZ/dq0HezgSPCnJcaB+coM7MiS8gzy3cOGKQ66FzBN6OP4uNr+86rxIgwUB1kM2/rXyc/i7xUB3CAVBDqwEFHo9vj6xvfP/eUI6gIDpOQax9FnOIFozyjlDPsGzQgoGe8aMcb9AdLk16rz6OfqJDX4iN/aigM049VmywM4woc6Ur3Y6QH7JcWjQzKnHA338A37ncUAApHaf+ST+UdIUTX8wr/j7/DsFyUX08s6Dh4xOAL19Prh+u3p2NX4Rj3v10tF28LlFuzdTiW2Xv766PQD1tdEN1N/UvEJKQQd"
}
},
{
"name": "stage1.1.bn1",
"inputs": [
"stage1.1.conv1"
],
"shape": [
6,
16,
16
],
"op": "affine",
"scale": "m0H8Pm7FNj9pC+Q+G4wIPzSS6D5VzN0+",
"shift": "Bo2kP2wOrT4F0uE/BgWWPhdhhj+6jJa/"
},
{
"name": "stage1.1.relu1",
"inputs": [
"stage1.1.bn1"
],
"shape": [
6,
16,
16
],
"op": "relu"
},
{
"name": "stage1.1.conv2",
"inputs": [
"stage1.1.relu1"
],
"shape": [
6,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
6,
6,
3,
3
],
"scale": "vSqpOxTSgju67oU7ODfDO8MRqzuTtKc7",
"values": "09rrx6sL7OndZvwA887Wut36Qr3sTOnM6E8u+xofSiEtHQMkBn/TuWpKprD2TegTIFfBxfHwvif1EUxSZ1IfSP28GwQF4QbsgZ6jpvyjr+zpLrbB2OLHD6CZBCjBu6PS45r77WLsNC0lQUb+EarVzcTTr/zgS4yi8ZrXvpa/CikUHCpxjfcO9n/Q63X9LG4LU9zrIynxSzUeMLnEEvL4TRMP7hsbIjB//+A5F/kUHuDcFPv5COoBrbWitrrpKkwwEhnYG/zb/wbs6A3nFgkJFushNikf2DwN2fps/enY6wT9SfaMANKIGfQBBPCx3YzxOeEg2QYGFGwVOGl/KS4ld2g0Bd+uw+swH9Cv+d62PR3YIVkxISFiAPrQ4MG5Grrv9BUm/KmZUhLO/Q8zFAAkTe/1A8nLNyLCNfiBte4n4ePpt+Kv"
}
},
{
"name": "stage1.1.bn2",
"inputs": [
"stage1.1.conv2"
],
"shape": [
6,
16,
16
],
"op": "affine",
"scale": "+soTPyxUIz8C5fg+vnH1PgGEDT9i3+Y+",
"shift": "+nwcvtxvbD8YUhS/h6HVPeIxQ74/VDM+"
},
{
"name": "add_1",
"inputs": [
"stage1.1.bn2",
"stage1.0.relu"
],
"shape": [
6,
16,
16
],
"op": "add"
},
{
"name": "stage1.1.relu",
"inputs": [
"add_1"
],
"shape": [
6,
16,
16
],
"op": "relu"
},
{
"name": "stage1.2.conv1",
"inputs": [
"stage1.1.relu"
],
"shape": [
6,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
6,
6,
3,
3
],
"scale": "oXynO7FZeDvYNbE7tOfjOw7OuztEkpY7",
"values": "KhAv/hsrOAwPwKmqAw0J2fbPrO85Ih/hT1XEwqus1NPck7ffkCd/KSpaCT4I2gae2dPi4OMQMrJLzqTfuNAJy7nCQB3PYBkU7obqK8iBXhuP4p/Rp7UAzoESj40yu5r0trmv8Tc3DEstEBoBydIwzuDSRDf0JwMa4A1D57zXui8qJLw497OeIfCB9Aa8uQtD/ucH4sT4SyzlF8y6EC8Wq/8s3OD15O8NAwOt6vrRxBfxpPsx70JJ7+xRCajpC/rcUgX0+RHy+PZC3gUmEOEANPmqfxvyAu/1KAr74Qq8n144HmgZ+TsFKSfK6HFr3EgG3X/aWh7vZVgONP79GCQIBQXQBCPy8c7d+t4W5srvzLFlAeGpvZ78KvwG3ycezPY1DmTzsNc6+4GjEgXJ4DjRCztOvsBI/tjw+v0B6dTTHTD54TsM"
}
},
{
"name": "stage1.2.bn1",
"inputs": [
"stage1.2.conv1"
],
"shape": [
6,
16,
16
],
"op": "affine",
"scale": "uaWzPt0Msj4NphE/yuDbPmskwz7aVyQ/",
"shift": "vU78PpOZoD9sCgk/kEbjvVgQpL/u/L0+"
},
{
"name": "stage1.2.relu1",
"inputs": [
"stage1.2.bn1"
],
"shape": [
6,
16,
16
],
"op": "relu"
},
{
"name": "stage1.2.conv2",
"inputs": [
"stage1.2.relu1"
],
"shape": [
6,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
6,
6,
3,
3
],
"scale": "9yCmO/hamzv7kH47U/uHO1FtpDttzJY7",
"values": "4vffouIh4Abl2BL6hNY91cS02RL0dBASSjeqUQ8lfxToZinH/Mf3AMj8v7bktgkUGgbaJVrQwfT2jtTXy87J7suBPxT4GAMxuMu9rsH4CBjyChZsLxMrKQ4K8iUx8hD4DNzs68rW09XV3OndLzVsUVR2I3NJ2gNj3x84tUdJLCIy0/gF19HuOmUCCWW/HPz4rq6B3bGpztDNzAvtqxV9075J/v4cIAMELQPa+fL89fE7hKviMpKfAKvh3/MpCtPKF/CtDuPqDvLN/AOhBi0P2AcdBK33x4Hp/vqu4/z44ywm6Njo3tzHA7sVEDvk5fvqRMfevttEJMH8Pj7B0ufN8J+fPNm8zwTdMOjOFumB2sMFwOIMw63b+u0cyeIK1sMS/QsxLi7Efx2+DU1rC1jyD18mxs7IB8SgCPnCB/UfMeUiCwUR"
}
},
{
"name": "stage1.2.bn2",
"inputs": [
"stage1.2.conv2"
],
"shape": [
6,
16,
16
],
"op": "affine",
"scale": "yZAFPwi0YT8pECc/yNl4P4tlEz/0ngQ/",
"shift": "jqB1Pr3Naj8CH0G/z4C2P9DXQD8YqIO7"
},
{
"name": "add_2",
"inputs": [
"stage1.2.bn2",
"stage1.1.relu"
],
"shape": [
6,
16,
16
],
"op": "add"
},
{
"name": "stage1.2.relu",
"inputs": [
"add_2"
],
"shape": [
6,
16,
16
],
"op": "relu"
},
{
"name": "stage2.0.conv1",
"inputs": [
"stage1.2.relu"
],
"shape": [
12,
8,
8
],
"op": "convolution",
"stride": [
2,
2
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
12,
6,
3,
3
],
"scale": "vow+OzqYdzthb/k7iz+sOydJLzueyI87x3RyOyV5ijuj2Vo7MulRO3MBfTtGwXs7",
"values": "yM0YIxQg8kk07EBA+UJMHQdNBM/X29Tc6erEGDppKCd/yu8tEQUPRO7TLRcPDCkkJdZPx9ArPPEazxwisvFI2xo23suz6KvKwaa8AuDIGOvTFRo7Lw8zKPza+PPRTVYPfzktMSwL/B8NuwgUD0UdfxYNYSXk2t/i5+n+Au72Cv4S9eoh6gchBOgB4Njp+vcLAw37OPn2KDLp9xoP6AMD+Pj20soMxfM2IEYn883T/dKqJ/bHENbsERr1EOQW8woF4wTzBqbJAxwT/Ok2NX9d7CFGEv9sCRv5GujRHz9jOFRi85+s29aS36GpVkArdfPqJO2w4uHO9bCZo7Ys89W63H/V92/S6Pro6SDL2/Y8/H1z5xt/rB3m89P63LfTEcLRBwjhABVVuvpSBO6+Av0N67UCCDtRGwhg9vPU98TcEdgtKVI3CAMFKAkUND8YRykMGwEJU/fR6+eBvMnj+O0s7e3b88IS/v9K1cnf9O4Rs9PWRkP3UC7yYxSF2ABV4NE5+hIQDQgFQ/vxJiYVtAJxrd5Vv+V/Bu793MEH6bL4D/H/F+DexOvoFC1B+u8i5xvU9crjx6Kpu5vfxccuAsIRtcjF2M/EwQYKy90E5goIIR4ICRf0AX8PIGZfFgndBfUn/xvpwgK73rkDBCscEBkuw8HmyOHTEBriHD1COd8sEIGy2SP+xw7z3vIhAi0g7An50CXvnuq8stO6IwgXQE82CfoO4um8XTUbI/Do9/L5FOukAAX7GdesDAXc78nK/Q8WPmMsUUB//TNWAxpTBg352PIVooHbxPG5Hc/hy93h+vEc0dTq9RIsR+RQUjtcF+DtExTr/xITJjo8+DhGJe7uq7jurLDc3fS4"
}
},
{
"name": "stage2.0.bn1",
"inputs": [
"stage2.0.conv1"
],
"shape": [
12,
8,
8
],
"op": "affine",
"scale": "xz8CP70KFT/6nug+SJ3uPvwdDT/LrNA+MFsaP7ta+z6mXyY/nJgmP7ji4z7TOwA/",
"shift": "8GL9vkamPr43f66++mKSvgLFGz+vcJi6cFXIPdQ2/jzIgnE/OsGGPzH9k76tlto+"
},
{
"name": "stage2.0.relu1",
"inputs": [
"stage2.0.bn1"
],
"shape": [
12,
8,
8
],
"op": "relu"
},
{
"name": "stage2.0.conv2",
"inputs": [
"stage2.0.relu1"
],
"shape": [
12,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
12,
12,
3,
3
],
"scale": "5GmGOz5AQDum63w79BgrO2YwwjvKvIU7ePCZO5nCUDtBBYY7XjVkOzubgDvkDZs7",
"values": "tg0sP+4OIMfVH1nnPrxM3OIa66wp6H9ZKv+p4Dcs+C7uMMsb8xv2/vD01Pn24NT0B2/YKkThyh38ARHe59D9/xYRPDYPVuf8J/LCAgLS3r/3FEkA9bnr1NIeExvqqg9VOPkAN+ft15zkq6hA9PzaDyHMwtDDAPgy4hBnl67EksZw5a/vrr/n8OfuuOIAhdPjgfzA7vsa+P/VHi9CmSwE1qHT9RL9GQvMGhEISS0tJEL9wNkQBDrkQlkTAh3a6tL8RekeDTsltkEOBCZT1fYwPPLVI3TfORXeKfYUHNvnIfbf6yFC8QcbCwTP8Pbe8tbg3+PN1gdj3AgJ0+QR3+7++TEtqBP9ywusSU0RzyoXNwHPyDDGIvg4FQinalTbf0nO1uQd5BYgIvn02+dC8B4tx/kU7z06vAxLCO7n90pB8j82rtAAANy/IBLb7RnR4RXCL1S3xgTaMTfW10re8wjoKc/h36n/NvTpVx419tks5xYxeli57PX52N3S/h7V8t/m70nqQA6BRTDfKyedDDq8kU7D/w3n2/MJavEABs7mCNy6IvC7++nQH9ctFr7YysXE7fgZ8P39BQrq0xchD/Mi7BIE//Ig0X/czhKPCh4/PmnjF/M08/oHDN+26P7u0woMFFSwLvbS/QUVB+Tl1wEWHxUKFjAKAhkmHADp5qguBTEfGgzpAeT19e8Q6vkHFS4aJzPUJc/aCKDOGvr2YBfrQ04B/UvvCSDLKCooIlt/9tvTDR/N/kS59NHgR0gKKhsy+y8ZHN/kGuDkElASCC497ssmwf0w1gr6z9D95r6+8kYCzgEnSg7MB972MGYZBywg+fAGCczr0OLhDd7XSEoZLh0wCtUAHf7Q/wb0D/L2JgQQGh8A1gIk89YB2W0fwur37e7Y8Dn/+PnN3RUY8SMJ7v0MEMoGTwn29n8JtvO79wsJ7fLB1kEIG+kJGwkC2WH9/t0E9QgzBdIq6wIA5/AQEP3hLR7PyhQBBd8fAd88GePvJwWoOPq4Auq7HtAJLSW8HazUA78Est7F1vDtEhBPMSrw6KoAGhD58Lf9+uEvyOE0necJ3BXzxU1L9wjaEw/NLgWzvzf36GPCAmCBEP0QEiUWCw3n/fgnGAsyyvFGDx3n6gQZ7+XT9escwbkSoPYg0wrh9Cfl9SPR8h3l0UX8qfDZ9Rfjoygjr98HDxvK8kr0y+TeqeAywu8K1PwbDCoZMNkrUFIS7wkUPdcCCtbvYCX1CPMoBAY4Jvfh4OwLswrd9VHrxAQF6gEZ+S0BJlG5ygeB3Ss8yeMr6NAFJwcuFAz3/M/xOw3wPSq7NuYq4hTZ1QH1WQoiQAzMGxUkYjhg0saKHx32UzAZ47DkDfLM6igJHUQ94LNIswTm2vsjwdH65gaa+PvnBQPKHegG7OIG5s3uU+rbMfo2A+fbfyQI4Nah+grkIO/WQTMNKSPm2LGoDk34dkP1FAvQ+Q671PHt2hAJ6LCk/fvsNvUFKL6q7uTvLQ0z9eCk4vkkzdpUyDt/5fwKtOTaDOxABy9c0Act4/rnNgPgct32RcLfI90CLg4BCvP9IA4oIhze8h8SIOTnQOMbMQjNMQ/i9u3bFSbRDCoA+dQMKuTTLOGlfxP9BuPECAIH/9YhBfP++dkQGv0GFtfMBNm5KCLG7f8T++Ea3voZFQrZFfDM+/7V3gv2AAMC/+vk4O7x/QMM5gPuC/nUEBndJw3pFQgK4zca7wBi"
}
},
{
"name": "stage2.0.bn2",
"inputs": [
"stage2.0.conv2"
],
"shape": [
12,
8,
8
],
"op": "affine",
"scale": "xDcWP+yYST8zgRU/NW0uPwaaEz9PQQg/9iRUP4qJKT8IMSg/4K4iP5YuVD/HNiY/",
"shift": "1PzTPu6aqz6rawO/1662Ptafdb4XvFu/OJWXvbRY4T74YxQ9A3uIPdToD7xpUzY/"
},
{
"name": "stage2.0.downsample",
"inputs": [
"stage1.2.relu"
],
"shape": [
12,
8,
8
],
"op": "shortcut",
"stride": 2,
"extra": 6
},
{
"name": "add_3",
"inputs": [
"stage2.0.bn2",
"stage2.0.downsample"
],
"shape": [
12,
8,
8
],
"op": "add"
},
{
"name": "stage2.0.relu",
"inputs": [
"add_3"
],
"shape": [
12,
8,
8
],
"op": "relu"
},
{
"name": "stage2.1.conv1",
"inputs": [
"stage2.0.relu"
],
"shape": [
12,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
12,
12,
3,
3
],
"scale": "5h04O92waDuKEoI7MMlLOwxSojuQ/JA7r9dIO3bdljscfpI7VqiiO20TgztpU5M7",
"values": "5xcA78Qdo/5/0/7R7fVQByD4paK587uip8ka3jhMthAg7wQzOLs8ffohEUJYOtz8KMHzVsHr8hLw7qnN/rKy2/nu/J3t2hEDV/oS1sz/FitZzOcEIP53Cdnq0O4Q/URnX1QlBh/IGBT9/u9AEdPRvMHgJ8d/YvPyJCDh4wIHMrrc3aMWP2VdIq3Q577hIe/MDq772NLeEPzwRNHFC1Df5i8LaNsf1+rN3+kL2uwhJwkO/ysZNArtBQIL9hkk/xrO28tHBBo1VCjgEN75+haxJ2bpFAsWF+n99SYC6NPXAt/ZCenzCuz19fguwqCB2868J9fC59mzFOYG9N6/Yi0QKfuzOgEH3xX9+kPP7UYYGgIbHv8RAwHr5Oio6NvTM/zV5fIPEd4IBArwyhQSC0E8/UNa7wLY/i/8BjY+Hee0JRTsIgqmCdDl4w8y4VBKZx3RMx0AEzEr02IDQOriDyp/mwYcmkwQ4hAkIA9HpMED2Rs9w7sczbLs/PnuEwbxycskAGYodlPiAzW0+QDbVysOTB0FUBT5/re23AbLDO4IjuYTAfEM9/Xly/e+rA3i4PDcBgfD3UYJ9dPa56/cCOPmDwfbER0PDf/w7bogGT74G/bO4+fZG/gA+tEoGsfAM/NrB7nx9H9dHeoUwCQJsUMnJ/gCHd/l5N36CCkQ6g8fHQfm//XyJw8T+ebq0+ZANwf5B//7APLaywjE59PywBDW6S8t+w0h69fGDgzasN8Z4qTGGbPO6fbw1uUM6vogK+MhGzP9wekM0NYg3Pzm3IHiaQ0iEALt8yZJw0Bu9O8O6BL+9Db4+RcIwPZIA9UGESIL7Bvi5vwH8BQVw7zd1s4G/ggH/x3b5hwb3OSTBxC6yPHE9QoX5K/sLfXJ8drkVLIKMSZc85z7mA/YG1H63dvG8u3NMuoL4szTGRrIGdeB5v79+ivJCGHiHQXmFy7x1j7/9RX1BdsJ8Bz7xP8DDgXv2fv+1vjiAQMX/RTq3NewAhLh8x398SAFGgQaS1kW3vvd6+Dk4s4NNF5Z4h5PGXhyMPLp5h/nvgwl4hw2+eUcrAj95uSI1PrB5uDWvuYOBOfnJCwJPxv29x33/gr2DCLDRhHiKirS8t/i/vrOAAPgCNqUxr/HzIGZ8Nn44v3++PHpP97XKh76Bv62/OArCuDj+hnfwuPYnhzx6CA5LQUCzrTV6vP8/y8qzgUNmJrfMABa0au4fxPhCuMCAEUcDDYrMvbYDgD+CtzQIUlN1h3j3gL5Ecj58/wcGuTaFN3jJNkZGNTgKBgB4R8f8CDTIAgeBv0EFyAYzOD98xElqfhHKrCSL+KBtsQdD+vsMQvA3Pje7RIG9troG+XyCwEYOO4qamIr+fIB5Q4t/OQn9rX07Mnj5dL08QIL5xzhBd3W8evg/vnk0fMeKt3yE+LDGOj7+Ny+4yrL0/sToKsa0/Zg6T32GRTR6Q4XAv8UCI0iFedT0d3K7On/8RzoLP/oMygyAM6/PvDCgeapthu1El4f8yfg+usmPf76ABdB7Dk76Q/r7PUK0ekNMRXs5DT/2TX8ECvjCGQS7TwH+OgMFN4F48Tz+vsLXikP/8kC5RMB6xwSKxLyDg7WBuHsZiG3GIGRI94CPxwHDUoYSg8T58j67r7xKCD7xRbCwsjTUeHwUyXZJzYnHP336ejq/RAgE+L5D9Tu6Ow7Ge4BADjh7BzpCh8t3kX6wfqvGgMV+iIBHRMH"
}
},
{
"name": "stage2.1.bn1",
"inputs": [
"stage2.1.conv1"
],
"shape": [
12,
8,
8
],
"op": "affine",
"scale": "K4bYPs70xD45XJU+wluWPuXH6z6+Nto+/3XaPmuSZj5gdrY+yXG6PiYy0D6TmZ0+",
"shift": "PTW1PZOpCz6BOgo+yfW+vi5Iez1dj3s/uOlpPzGPI75VUPA+v5QpP3Mxuz4LOsK+"
},
{
"name": "stage2.1.relu1",
"inputs": [
"stage2.1.bn1"
],
"shape": [
12,
8,
8
],
"op": "relu"
},
{
"name": "stage2.1.conv2",
"inputs": [
"stage2.1.relu1"
],
"shape": [
12,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
12,
12,
3,
3
],
"scale": "vfqWO77xWzv+1Yg7J2Q5O1tsdjsivIc7nblfO7dmTDt9CpU7UrJnO5f/VTs2XlI7",
"values": "yhvt5s3n+vIJ6zTb9tUF4eDsIer56+oM6u0A6hfkJi3hMC4I3TQM+xAlRtoC3fhKCBjtL+4Z1g4oB/4YCfvv+4HN8t/zBQMBJwroAdYi+BX96/0vGPPqKM3b4ODwuBoA9RjNKirOCNbD9AcsHwpRADMBPyHLQAsDDeUgBRDtG19SGRrSDga2DQ8L40YW89yqF/UETRzGAkwB30ERJyIJ/y1/1wX/AgPWEvwX+DlKBd3dVuasCPDJOiHOud3kIzxEHxCYO0cW5Por4sr7FebGyvkJvcsi7yMpzwYS9vPoU//qAOvU3ubOIfSd1/sUAN716d/g4NrK/APq+v/rNBjaBOH+3/DPTvHsCmwuiDod+i3U/x3C7/YiwIHN3OqOCbjaKBLgBQRB4uVFRBvbUQgHziD9FR4lJRe8+j4Gxs65Bc0KHbf0DN0v1hdF5+SwFTk25AED6xMM0Q8n4zIEJC/jFdb5/Z77Ut4oxhbuER41yhY7RxLJZ9AA8dME1ij/AOPH3Pnbrb0YA/Y1S9f51roY2roVxuhhGyTwSSXH4t4k1070C04jHn8UuhcNvwgirPkbCOzF3McMB/f+RiktEPTg0OEZ1eXvwNb6ygzT7/3mDgbSKhcT8ju8FVvQK9UExx8d3P0eA5/T2PYQBe8E8ATz2eHxrv3o1gW54wpavi45ITb62eesFPX2Ju/+/iMxPmH5S/q8A/TC3uzxgcPLDh3Y/tXm/gP5BuvyC9ADCfDkMEA4KAMSGvz7H1jvCi8d1t6BrtswDF0I+yTtAPDd9T3wvufZREQIJD5j/NnqPhkNKw8JDjzSGyYIYC9Ir+Hcyq/lurLQ7aLKUCMBTxvp6vMCpeD+3OhY5B5NGtn8PeT99RcH0dDd5CQR0NjTFCr/FTnSBPOy4P1DCSMJ2emh8kTg1En0S+aY1gL8A+juDt7wzBv14d8m8MvzFwha3tkBLtrT6frjzPb68+3w9yXwtv7sLSj4Vaf1wzgN6xj1us+B4t/L4fbrrwQq+gX6sujeSP7CDhsqBTYyAvH7LeEo0sY1Ks61If3dLSEI2D8QtE1tuRcsNRZRASEH6SQ5EwnZGucXExTzN/QRuIHuvd7W+QjxKxNMUG4t5UUU7DEz39DSX0MDIzJXI1Ys3rIQ3hEmEAzu69cKytwiGAYF2AcEv+D0oeAQF9mpAwPBFPfC6NvJOD/IGxX66RDsBhrXf/IJECEhs/gT8+sS3PNN5Qov+vIa89YEPysV+UULCUS1IxfoPdkBDjnhAAKzUQ3cE/XrM/TWwdglzvDqBb677uXPBR8o9f4FDTUlIukY2BEKAQHkDDBEISFND9wR8jFEEz8s1efI5gLS2HBB2/AQ7sfW8v/qEfTk1yUQytP/4cEX61sjE+4W28rGt/TJwvjxgf8Y9gsD1ggg9eo7G7kIyKTY4tX1O/4mEtsVGcgXCxIVHP/m1ue82bMp2xatrrfq7BHiC8SsoKoVFckj7DcNHgYD7Mvl1xUQE18U0xD8/EQUDnjqMa4E/ObdyfHzS7DKeQLXFfHqSSznQsMBCA8kFu2ByRzqBykd0g0fGfZOBP9HUlUeQ1gO2yC61tSg4qXI5NHYCOx/8Mhp6t8m3mE9oOlRvfPhI8jg4dbX4aOxQvX/SiUOVjbjnsESCtcM/N8VOuHs3LMNAxMFTCMAxgHRn7YCNuU4RyYpNUouEhYEQPxdCwgUBhkEEOMpAbri8A4DbgnzIP3v"
}
},
{
"name": "stage2.1.bn2",
"inputs": [
"stage2.1.conv2"
],
"shape": [
12,
8,
8
],
"op": "affine",
"scale": "rmMeP4BKNj82n0A/jcR6Px2OGj8AEyE/1zGKP6GNiz+WCYc/I5gaP/xaaT+FKl0/",
"shift": "pXyiPo1zKL8BKZG9yjghv5kVgD4q6IK+PHRTPy5Enr+HbxY+AXVTPdwt3b43RIW+"
},
{
"name": "add_4",
"inputs": [
"stage2.1.bn2",
"stage2.0.relu"
],
"shape": [
12,
8,
8
],
"op": "add"
},
{
"name": "stage2.1.relu",
"inputs": [
"add_4"
],
"shape": [
12,
8,
8
],
"op": "relu"
},
{
"name": "stage2.2.conv1",
"inputs": [
"stage2.1.relu"
],
"shape": [
12,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
12,
12,
3,
3
],
"scale": "2n6dOyhISjttnXo7g4i2O6mKhDsecIE7mnJWOyQTejtIRjc7OI9bO/BPQjvC1mI7",
"values": "BwvqweEG4/8F4MnsG/HGIivwzAXVxdkfI8LWEx/53/XL2MYuIEk2FPS/CCbq8fzcDEH24xU11eEI7jUvBP4hPk8a3QTbCtr83zh/7TNZ6PgS4fboIUclQAQj6erfyd0L9978EwHcC+nD7hM0s6ztv/39pULVstst6v4R9fEEqZnB2Je0MuGlHjA/3S1/tcvy3gLeKf3ZI0kGARou5RNBmfHh7SIU/+8L0ugeVDMV6e/dBuLn47hzzbje9NDTAwfq3VUUvhe+v70NK/zmDUT65wKt4ib7syrr7AQnBD499EoW+/EVABD5IRMPri099jlkPGF71KqqvaQmFyZ839QJKDINGPEVKUcECn5Blr7u7vIGGQ8XBQsqyR0Ty+4ay/XoIQXoLFvRERcv4Q3u2hEFtuX4Bw/ooMXbztLwNjJyf9M9WbLf9MjLBix/+Rie2cDLAfHsF8/a/ycEBtAd8QMg9vTwCzYg7ujTTfECNwRuIkzwHdBFJ+IXJQcm/9UO1dnp+hX+B9796wUD7AwF9ecg/BEUFv32xAgrAfQJ+vXw6+fw/gvtBuHcx/kx5vUZ1d4V9Qj2ANf4KOboyv0J/PvxCQcNwn8Q8tA//eXo4wztPQkQRgI6KP7YBcPKMOXHBOnrJePNEi7sLfMrHDTVHRYYxyPyJRgMBCoBKecL+B8g5Q0UtuLq2fjVAwTn6gUa3eb4GBfT9aXbEA7k8wMu1SYa/ESty6WiCb/eFf4J7fnTD6ov14HXw9226ugR6SPMCBIk4Bb3JzYEJS3nUgjIQvn/GfA2+SIFKz9C5fsFAuX75eAb59f7EiA5y9zg4+fnM/f8PjPsJgvxEPsS0ca7y/IWHxP4GC5S2BIfJrShtIMupX9Z8wTfvdH2Cen1yy8iEUbWKFcnHSIbAwUOwRI+IfeqJMDz7epC2hky/0JhdWIR7Qj52Pnd/h0qCRr86Awa5fYR6/cA6gy0DijdqfX71ez8BCD3owgHrygL+gcA0PfDDvXtAuPy4ekx1vQO01G529P40dcM3hb6M9rz0Jz35e0PaaX8JR/n4OvsDqE4ye8RxzQDBOv/DMP3MfUVwzAO/BoABjTL3srJStfS9y3A4NgTJCbxOR31//wIZ/X19AoSLSHvfwnjEJ/v5exk//nzAvTLy74J9Twfx9zD5OIfBgoRQX83c/Lqp7a2mfbDNS4+9C0+ueEU9znUvNEd0bnl3cnmCv7V/BPA/vH6Oxbq8uQE5/W8wDjYFEUH6e2q+wjrFywZHOPACfzxEhLt+PBF5QMatPXONfz/2E/QEsoEy9pBIaQJ+KT25icMJm0MDwAPEQtz8qX9Sinn+ODkJxzy2/7j/gYd6+jcGsLy7yAjMxLIf5vPAUdYFt34O+Sg8LXmPdnsU/QE61v9+VEIDPQL+/MIJR4aD8rX3N0lG/4m6cUfCNnLD+nKEe3L+LmKyjlQwQP7Lv+e4t0UKsfuXTi+t3UJnA9kCg4N5ejq/dkE7ibCDjvzT+oSmdopfwm7H3AMC8QASksXzkRRCKaU4xy7q/YAOTcOzCjZA9DF/MQgDBb+5OkCr+wGs7cNHuG7vskfutbr99cRn9xi+BP1HTG/6PE8/zkLKDZMHKbsGdoI0Q/u0JD83wfp/Tsh1/ge1+449kirzdk5r/EAFSkt/ykK2j8GEi0cKfUTFPXNAPrzv/EwzA7FRvY/EQnkFgcR8fQi9CzhSrPu7PN/7RI/A/nrwsvv"
}
},
{
"name": "stage2.2.bn1",
"inputs": [
"stage2.2.conv1"
],
"shape": [
12,
8,
8
],
"op": "affine",
"scale": "LUHAPlpQsz7ZFqM+Za+mPqPlzz6r7tE+0Fi3PlB//z5x1RU/Ri3ePsqEzz5uk+8+",
"shift": "hypfPo4Lbj9C94i/EwuEviX50LyWO4Y+Stq8vhsNZj8U0lw//lQ9PvXOkD4QoVS+"
},
{
"name": "stage2.2.relu1",
"inputs": [
"stage2.2.bn1"
],
"shape": [
12,
8,
8
],
"op": "relu"
},
{
"name": "stage2.2.conv2",
"inputs": [
"stage2.2.relu1"
],
"shape": [
12,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
12,
12,
3,
3
],
"scale": "sUlyOxZEajvV7pU7BwGOO3qUeju2kio73tNJO4sJHTvRTkg7yHGDOxVlbDvCmSk7",
"values": "MVcEJ00oXQ4lMespIub2OPS8+NGZ/RCd9BrdMzU31SpkXn9O7xTSJNXNFern4L8YLkBoFDEoBd3z+SIC3R0hE8IQGTX9GQnB4f7T8+EFHgsS2Ncn7xa9+d25DzBEDzNkTzcTRfTXDR3jxi3q/wUgH0zs8Q8RMR8BHibfCAII7ubNJRcKzSgFIvTeCNrpCtvW6OMR8fjt5w7xHAcFCh8FvSMEGz/y1hzx68+N3Ccw6MXxIPrzIu3wNAcCBuTR6RswAw73HRoZ5O3l/DEFtoHWA+3mJgzoFBoLB0Av1P1A4+HF7ADzFQX5CO8P7//y8EJR5QdS8AQFCwYF1APP/fgD6wbkOPgFzek18B4uyQXUzwInBRo1/AHdB+TK9vjwGevbF+wIA+0b8farCNTGJjby3xbr9CB/+P9N3On1//zaxvfotyQU/g3Y8b7WvuYS9NzX27v9zOTif1btChr+JkkC4Qn96vX++gcg4P3s1wgJ0gUK+9324rfSs9sKBtr9/eTl/v/AAvXi2egf0fwkC+gV5e3s7QDaDBYAA+4K4s4hDw7VIOrTz8jbCObpEfwC8yTr1NL72xgv+jPi+ccC/gb0AcH+vQ5AIDnXJhHf/SQiEDi4LpkB0wcaCQUbJe7xCMP58wfODfLRCGTvaRDK+9b2yiI97lgLw/0xPzQM/ODr/L8Wvwc13l0UIC/g1vL8Ed4bIv8MiMFAuH879iDWkU9DNcrCfhKsMgUfLnXtNgPHNkEgGbfFQqTMPPbTAP/MmdSDOwUzXSolO0w149+rPUznI0S7GQf/G0MMrfvo4OH9uBLc9yosL//4yucUGdgfrvgk6ODn1OoNIspDJX9MBiF/LhaXExyWotGi6VURGRrl++n3JBxkD/wsmOZA3ubtxLHTz8zt0w73Ixn1DhP4GDcqB9gq2vv8DhY40fLw997Sxt3+/sosDRfJFPvUE+C4N8TA1cHn76f3AYHE9/wF6b0JG/YX9gbo1dzCFQHM9Q0o9xgbzRoWFNseG+014Z2qIqGSycSiz8ocVTtBNWVfR0QmUlJNPElK9vnd/Mv24pL4vcEIxPXjvwflMPW+IkAYC1Ke6vq39tfn9tKl8ZvgOQLP3IHc6ZaereDHviSgINzHIDr6F8M8ETv09e/28Br/2xjLI1H2FhzU8K2a0EvrMxf37TECtf4LKsAC78zYP+HKCtfe8PTH4v4MCd3z+BUkO18BGxn0DajILjXvGcCqpd+y6/w7GcjPCfLL067s/cO7IRbm2gYM+Ojtfyr54wvjBAIevObPwPYnJDIu7szD/CMWD3Z/KENy/u8r6PIjKvD2DRi75Q310AM+Bdrn7P3n/u/wER74Lxv6H/ER/tfu8xUm/ygVCOYF5/L/9Nfm2c4W/MjS/f7HChA75d4bGc3n7QL+m8/u7iEuDu/d+Cwb6AAd99XR4tzd09gC3SwM+/cn8+7UBi89BjUcCcnZC/vPKwYANN7F1OX56bfPvxLH7eIYROEjfzvu5tzr6SztEV8YAzMfAj43NDhT4vqi5B+uxfzzDwTyODftEhns5uAp6LugCxOxF74uLjUVTT/1FSfa2BzT4s8Bz7j0FP7X5kA46IboA+jp/tEEgcKnwLGs6vjp7ATlPOL6Gf8RNS9sE9DhI9zdItPd65vNA8jm9uu33xbaaGg92uIsws4r6DLm3hQU1fH1B7f7LS8B29sIqbPICx3sQgQA+CwtBPm49cakyrwD"
}
},
{
"name": "stage2.2.bn2",
"inputs": [
"stage2.2.conv2"
],
"shape": [
12,
8,
8
],
"op": "affine",
"scale": "ma1qP2fbUj+UL20/UrChP8hFfT8jLDo/RM+gPx7rOD/5lk0/EcZnP13Kiz8O51o/",
"shift": "gZlMvztghb6K+LS+9re1P1Xe8L6V7fq+GkmYP3RLND9fTAI//W+kPirG6b4AZ3A/"
},
{
"name": "add_5",
"inputs": [
"stage2.2.bn2",
"stage2.1.relu"
],
"shape": [
12,
8,
8
],
"op": "add"
},
{
"name": "stage2.2.relu",
"inputs": [
"add_5"
],
"shape": [
12,
8,
8
],
"op": "relu"
},
{
"name": "stage3.0.conv1",
"inputs": [
"stage2.2.relu"
],
"shape": [
24,
4,
4
],
"op": "convolution",
"stride": [
2,
2
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
12,
3,
3
],
"scale": "s08BO5gQNzviIhY77opHO0q0CDuFrTM7EalpO+/NOTsemyY7mBcXOyXnMDtiVzs7cxuQO7wgIDtZCy07I15IOzAAgjvIaF07LMngOmSrNTuxAHE7lfxFOwefPjsbaiM7",
"values": "3/YwD96y7ZCB4RKOAqyT0tz5Lgx6BsVI0wk0I6rU6LXJ9IzCHCdCOTtD5QdESC0W8dIZsdn66OXwQuPRKktl2e4yzsK49N05+gTfIsXhEQPy29SPwe/8GLOUKCD+zAwyAAkNANYAJ84+NSO0CzAw3+nX4L3I9wjQCwy+yPmyFDJB9Rwo8vP9J8+/1c/b2NwJCSn0Agkp3+0cJP7y9NYJge/mzuLwydwRBiM+O0cUF/gf+Qz1Be7W8u7U0wTs2cTWv//f7LoB0g0U/PYo2uQyDAC+/AX3JBG4G2E2Me9P1BbbA0AZN0gGDdvGPXJqVbB93/8jDuPQDMAcvd4a7ndKBikV9S37gaQ55gIB9L67CvIN4xrzTgAE8PLgIAfi5crs4/AgFvQUUkdG7+06x/PLoszly8zw/+L20vDW/gYRIfyyz9nk/SxpTMU1HT4HHAzmLAUDGR0KwM7kyK+4zccGRPfu4dfo09+8Hm5Vf91fSEQb/0UCLzUgF+7z8vcuAR1FKi4L6fjC9OenB+EI/PEe/uYfH/D7/xEWEEFJJTEZ188I3du31bnR38PH6urw6b7SmcbMxtPutBkPJ3JHxPrGwwrkCUAgDQgK+FToJh/3AYEAEhnv0PnKxdTb7SNa+ubl4/+81BX3/igEEiLKzOLUAkA6DxHk4vH28ubx9vn88f7j5jTL+vja5+TD5UoF5uj74AYDEtzZHRbi8w3YAfnz5OIKvpnr4+r9ysTw4Qnx9hz1LBcgCklK+vUj+/n5+tTf9iDs/Acb8w012uUOGuLr8+rvDw8ATzYWRRsW2xLMD/7s+QHQDClJ7fEcGOg2+QIO/vJ/2+YvJzMO2eY0K/oS6vc+5tINB9HECQ32GATzMx8B+BIs9/oY2BcWGQYDDBzgCQoOP/bhDvPU48D9CuHt+PP5y/YSxiNqJep/GlVCGwMa8URJAi0zJBED6vj9z/PxzB8x7RJACDU48BIdDBdJRSUAv+v38AEVKyEN+SPQ6wH38/wN9qvPrwsK4d3CLhDvOyHaDN+jESDq9Rrb3Q3L/xoVBfje4N/Q6+AS/AzY8+cdZ38cHBrb9a6mD1PbF+Tc7dHjGb7i/D4hCScWDhgh9uvTv+7T6Cr87Ar1ywnhHCsTNCwLF+XUAc8f/C4rBBIJMhsICfMlNl5BvvQfvPz46MAXwBgKw/bvOgEK2QbZ7Q7Q+xflfyz0RSRMCfddDPA65QrW+N++CM041PkAE+L4+eb+/f327djP6uH2/BX9/ysm7+8G7OYGF9nd6tfc2SAk9lL2sdv54sXYwenXQCf+XjJ/+EUM9Dwai/v/7ryjteBY5CMID+r5DLjO3ZelDtiqC6uq3t7j6jtgOUlyK8oHH4na6Ukzzx9T1tAO+M390Oj8pwwYsOvbwK/2BtTpugdfyQcnAOD4BBkXMnQzf0fN1hYwncAHuOX64c+h8C0c6uMs5+MW6CT00f8Q9wbWfxhHZH9s6Ack/fwJ9CZB5+bnxQf37dIv2Cf2/Dd+Bl1sEAb58xPmJ9n28f73Hgo3Ti5cz+3m5QocK04CHi/18w1Ozv9CBhEK6/I0CRYUCiIPMCI56AEe4e/tEM03H381IgARBh7jBeLV5sn94/P29O8Rv/bn7+/X0uC7PVMVNxEc8CgeHhzt8io3JV1i9fDv/OL1JOojMyUQMBn+Dwnh3/QP+yQuUwYE9NjV4goJADom4OjG5OjNz+4O8/kN8OrV09zA1Njd4+q44uPqFhvt9eDe5fHaHBL3Gukt7vwMC/3a8tjj5PHk9vAP7wwG1tv1EC9ADPV/Awwn+fcAA/cnRBQEChcc/AMc6gX7ARASD/oHH/zY2ycV3v4W6PwH4QYNBvgcDxAkGe3wC9f/+ukGYUNFdTIiGyC1z8rW8AnIEu7PGp6w4CriJEj1ASbzI6TO0Mi/LxcEYfIK2tUCECs1Oxs2F/jZ4OIIt0cEwO+oL0ceBOUYON3t4/vo+fT3+/bZGydF3ggd/BwNHfbzFxHVFADiDAIc0YE48hYKhaDxgcQa+C1Y+egQAPz+GgYxHhkvKchKSCk48xYrS+f1FP70gaMfpR0zJS5IyNYanRtc8ThV0Rr/6+js1d/ZCgknvTVCA/AoAALa/8c2ADNVzQvd48tCIlUrEyUeCufkDhL2Aunp9x42JAU9Chzn7+Oj5r+39QYKHg7yBvPM8x3oFk3bKirp5xYQBAYgFyX2C380TvzWPPvRFh0TISbQAgMB5BkQ4drN3cTr1EEMJBApLygF9joL+QTaKQ3b+QsBCufLs93/OBndFSXIIuPDwwYtyR0p/lgqzwUQ//5MJz/2DQbvQR8FTCP2xyUsC/YRBicbDubtAgP03e4J9K//gdYe7QAL9xwSMPIWJkPx7P0YCiIt+g4Y4uDP6Of8+xMMBzJE/fAwEhgm6xv1Qv73Kg7k4xsQFDAcDQnK5sfM5gXUDO8UJyYLMQHqLzzczfoB5yb57hTtMFvOSejrDAIUIFI+RQpeCDQoCB5nER5/Lmce+Q8lBhka7Qbn2BAU9xMS8SIEFhQOK/sUMkI6/RMnJBtIOC4IFSH+D+8f5fPn7dbw6+P72a3E2Sjl+Q057yIJptvGnvoJCwo0UCU5A+340MHX59zX4M707bTh7e+6xoGKF/EG2Qje084nHCdCvfv3+rcRIVtF0AD1FgD7mfsI/eVKJD0d/HA60dD+J/nr4f+ONwsOT9HICM3K0UvFw/zj3MnmBwOu8dHQJEvSPXsDf1hCE0VV8sDa3vuj++Tf9PQU7vkVBigf4uAL5u+53tLE7S/qAgTcCbEYDC/09xYvzcj97fkM6w78xav5zxQZxscZ3f4K6aXAseG5t5HAvfsb9h8y0ucWAVZCTg8l7h07HhVP4SV64wUhAv3m/wsVEEJJ3g8P5eYJ6/TbDP/r+jAMNCHmEvjb+Ozb6tneHQf7GPjB4KruCBofPwMzaWrXFQTi/Q8F7Q7xMSQUGQsOwe3i5734+xbr29/n6Nf67fLPGhT71tcYCRdGPH87BSYALu79Egrv5Ofs1axN50X769zo7R4VFR7l3CH5D9f6+w7OFhfZ49TjFAfN0YXsh9t/4WlDCB5EKhP59+kb9+ge5OEY7t/nFPQg4vAU2QwMyvkBCvoF1yM53wUR+B8C/NTX7hQYDi0XN/zX9SfwF9o31NQCSB7U8OffyM0H/wIQKvTqDifwHSkq+Sk3ufk1ECTSIhcd80H5Ixa8KuWgx8e99WU+PQEbBi7tzPkrIiYEK+y6BvHB3MTH6/YEHg8cAgD/EPMD5xDh5z4fEhIa3ytOBQt/BlNd8freyO/61iRIFAfJYTq1OSPIutYR9Aks0sH519gS7B7PCCXtBrrrrKvv8b+FJNjPQAalAAOZGvfOSi3VPg8BBw71BAbKA9Tos9wZCRMz2gcP7/AT28jftLf999cV6tcH3vjaLw4YYPD9f3AFNH4yUut5CCEN"
}
},
{
"name": "stage3.0.bn1",
"inputs": [
"stage3.0.conv1"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "LUMKP0739j5duNE+E2+6Potz8D5EBfw+c/2RPsIN/D69i/8+TmTrPm+Gnj5pZ8E+RXcDP3eusz6Kqaw+TsPxPjistz6y7ok+i3IeP7KUwz6oMsE+fDjfPtDZvT5XAss+",
"shift": "phyQP0Hqnj+JJeM9JKadvjg9YD9XsIs++LwVv3EkKT8i7Ce+mg0lPkmcb7/ZUES+wz8eP5M8szxNssu+SCmBvrNOrL4Kway/FrtyP+tixbsB85W+fT25Pkj7t74CwsY9"
},
{
"name": "stage3.0.relu1",
"inputs": [
"stage3.0.bn1"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "stage3.0.conv2",
"inputs": [
"stage3.0.relu1"
],
"shape": [
24,
4,
4
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
24,
3,
3
],
"scale": "sJwjO0LUAjv44CI73tUlOwMOTzt6IT87pAj4OsTYCTtCBxs7a1QMO89wDztqnwM7drMwO7mnBTu4MXQ7Kps2O+BK9TpynhU7ZPA5O5dcLDsJqSk7k/MBO3KoBzs6CAg7",
"values": "1sQAztGh7N/6/9323Zz467P16r0U9g3mCx4RER8SIVg7GQgAGkIbLev77gPxDxXrJvno9VHp8UQwEkhlIPUK99UA8QUDDNDzui7sPEQsJtEz4evz7EER3gEaF9AU1OaN3d0AICfUN3UMDh7zIB4F9s3P+gPJvMID4AwCBRj9Vzzv+zfN1MflFMUNsMEFvNJRAAkLYEbtbTsn4Os48Q1O/Qv1OvLp+eQI9/jWgb3R4vrj5enc8RvK49XO8LTvOiS5EGoDygAv58T1FvMB5ULr8c+zpAj+qKj4ASwx3uTXsDvX90Lg5PD4zu8BsUQl++rFF/Yj4AMG/jMFIRbyBuoC9fX+BLck7hwRDhcQDsXhtA72DEjH+pzp9uvo+i0E89Tf1NbhDO7pEP4J2wzY7OUc9xsQw8e15ffz2x4pzkHq5B7CN98Qxw8yKwHRy8jQMLr1qQTDtRDU/ArzDR75LAH9LPMaHgMsJB4MwtlOvxX2PhG/6vcdEhnYBtfhNAP6Ew7x8jEUFdOBtgoVpzj18v6zxRbxIL3NB/bq8x7oBP3uHwIaETH23+Td7+jFztIx4VXODN0QPEQJFkHpDPtFEhj46uwI6wvxZX8tvxcBx9D4zRneFQ/C/xUd3vUtugUqIwz+9AkA9QEECyj//yjnF9v6CBrjABLq9e0tBP/qAeOotg3a7tPGLzyt3cX8B1W+AGtV5ubNwDcM5SIPNNq4EgnFGkch5xkB26Ww+fLw8NfY/lL3IVguTuEC7RTXKvz3DbrJ1x5IBwT+VPbM4d/s60gI3uXAKjkPFgr23jAZ7fqUASTi4eXG4Rb2HeIHIAK4wf75IUH5NuSz3gzq4cwjygsqJhD0GrUsCPD/7+biORklC9j49Nr36wkIEPPT7+TlHkcJ3QnxvrbX/v0G6/YiMun4A/7a8y0QNgX+DQT/CxLp6+jKCRMFBAYCm9DU68vw7zH/8fAKIAcnCd380871Cu0UBugiJBocfxLK/SfBFfncHxAY2h3p/PoRPjAFNxYCuhzX7FcJGQMODvL3C0IM0D3TDxUO9wAJ89q98ub7HxoL8QYVKRXaUG769WUqD+Ps7x0L8QL6EPEK5+6r6fH+FwX1BS7T1fb6GScVE/XzHw/e3O8m2x/M8C375A/nFzrT+fXoLPXs99DiE+MZO/7ayufpAAcrM9zy6+rn+xnmSEnTEH9GTVEhUUM2HQgJ4+su8AcG49zn+O/c5Pbp9fAV9N7hDfsB4OIO4P4v8x0CG/MEDjT60yn73QjrwOTaGdvk0bXevN/xC/7XUjECExkFJuPR3ej4GQwn9QL43CIt+fgU/czT+Rn/4+DiL9jjyj8k3UBL8+nfAv/FCLIhFj0UMTnyERMdHyQT5An5+PUEAgUB0ewE7z+6AwIV98Yiy+X6/yzqFzsDDMEE5snb6QwhxSDz6NwVzeYd8vEd8yvxCg7fEkIrAxz27uj1DBxA4c/y6ASutdYMBtI1JfUlA+/kDfn8190a4zwczhzXCiDw9hoJ0i84Xn9HZtDlzOnE7jk4ASHlDQUw5QLJ690EHw/D2BsbEvAIBi0LFDDh8gTgHTk0KQr9BO329jAiFn00IBv06/rrIQkPxtHT8xX4QvGy0/UND/n29d35txIo1swWGU4qMzYVAsPd/dXYvvLrEQviGxf8+g4BHOGR3L7WyxUCAxM4E33lFcfh5CXo/uTjAfXr/PMIHVMTBibpEg6+0yAi3OnYMSc79x8rOQK8BScE9eQ8EhIlnBRQENklerygCx3uXyo43R4H//gX6wTk8RzSIvRi8/ZCVq/1rRspEjjRx9sgIeYB1CAwytQux0L2BRkhSCQv6SolJ/jqJhwJqL9g/or4DuOv7un9GAEMzzGqIO3s2hrVwrcDGMLu5NPa9fveyZXBJ9XF7ivWIQz4Kf308VT80PHoDRvMADMhqeYmK8kE5RXRDP4s5N/JDdPVh7UrE8GTPSTqv9byLK/c+/rM7cfsJkMELX/bzOhQ//bDJ9L22/YNIwLC1UgNKufYFs8R2REU3iIYCAxD+kAWuArV9hxG+Oshnu/Q6jbtpbKuLyMmxgUWPxwxHvIP3br1xQgFts/Gx/zlBuvJATMMyP0kDBBtFO/6DRfi2trq9fMC7P7H8tPJRz0iAQDv5Pb9xRsx6wngCtrlHezoHM/tHDv+hPAIJ3BM2BHsY1nbQPe2Cen8yeD+G+VW5coa8fzJO+2mJsCBlDsyMWJKrg3jGg4MPd7pKPkD198LIE2/3QDNQ+uyNuMP1AnkWk78/wft+6q9w+3wqrQWru3wIuu7M8sLNO7qwRk0EA0h6QQA8wgNAx/j8csI9Bk/DAIHH/kjHhLj4yQoRu8T8wMH7Q771AHxIxn/SAgS8CboFvPNFwG92Z8CvsHM3c485lDgByLPILHp9/cUGBnJEPXYtiPrxfoISCe0q8f/yvUkEvwcywjxEKEmGGAIDw0K/Kml4uOK/9LrxvwFYkLU1C7z4eXu5yMIHuj21gkC8DzbKrL3CgwjFWT0TNvvzvj3vSQs8NkCKMOBPdnFnhjYnPLY7fy16OIKlxsEQBPD7ezb95scyxkCD9HD4LLOtS3UMsHQCsoB+sbLBN7bCfTXyoHu9vrEDOZUKOX7CiX+Dt3E7SoI/QgjJQgU7MDp9v4bGd4oKwb/LVUjJh3z5X00IkdDGQQB4NYF6enf4wM0IDAMzRTW4s71+QDCIAzi8eAYEXYeCR/9rhMl5lRkJeHjKvQ6+zvQ1x3t+PLzB/XkIeQ1QgwJ9W9BRQLx5Prx3gMQ9bj+GCnKq3RdKPgFOBTy5V7oEBszKSAL5sQJ5/soR8un3WHS8+Xf3Q4HwN5S+KyS/tb88hTC/Pqv4+n18dv/2sRc6cK/HNgJFK/d/ka0FQkE/jng0/rS5/IKCCLL/suy7RwO4OreAprdBLjHEdvO7xfx+iPzCN/p/UPq6hgV8twd6CrfE9H3NQ8RDwVJAjxAUVkLEvrnBN7fFrvY+/3JzO3vG/bg7U+pTSKt9hqn/0LXCUX61L/R6DYRCxYDzRDW4tX76hMLwun++jwP6AKB7/3i/QAp1dUdKhT837oN+xUPxv390g6/AEXp1tGoACST/svYVCbzBPaZ3lbPzxL4DkVOID3t5PWu+Pz8ze370lP3xUUbGFLD+/sQ/hkD0zcc7uX4QegYITbxKwkFHOIOCjwLZfIMFKPXDtn28jPIAdYNPsEklQokBeoCECYfAszrDv/lxjTrMxIEGQIH7U0UDCEUCNf4ogM40qPeDO0CCPsPDh71CcvbFCqxHFpmCfDsIgQyIuf2HJXERO8C0uNE0skX+QoAbhcTt94UEi7qqUHiJubGLQjVyQwR9g4G8r/E1L6BGrbNASPhDvwJQM2sGjfurBUD9cUA6xop6kT7FRMoRCObIUvR8QTs5Br83UIGB/T6BgfxBVA65ebDM/f09DzuB/8MHnTxrCXm1970ACLkzPYl5ivb9APd/r8pwwOtJwfZ+eUHoQPpBQDJGdbp7Qj6zusB5A0DCBX3LBHyARYp1C8bPD3qCf3OxSkXJlReFEPh8xoG9vHXFe3x5wMGFRQm8P8L4/b2MAey3uwnACECDPDL1v3p6Rshxvkb+Qb2zsfwzxTw7ubYOz/2PkMGrcntGcwfzywiAw4SxCIAMhotvxHXwwwPKDzqzNYc+usL3gvh+uX95MveGO7/8P/oIEDsDTYB0a0b8BAhQvTw/dcF4iZ/IzUJ++nEvb3f1kP87vz69NDvKLIqPvIV5AL6HsfZ/wHxy84dGrcCGA/8xATxAwO4w7zc2gUgzNT6D+sXyAvm/NfA4Onj78KyvSkDICPyF/Xu0PLyDOvE0+jkTh/1FE77OOnfHub7KUwc4e//zfXYDQi47/bu4g81C8gwyRPRth/hLtX377vbCAQk2gslGc7xrQX84AP599TNEbQAxPgovSbx29gPTFTNMOILDd3hgfPYDvkt7M/9xwT1BAMkH0rKJlkZz+bxBQTAaib56tD6ARfZIzDeyTHhA/qsagbu9erwIynhGuM7CPbiDwwKA/IrB/f6C/L75+g09A0I/PHQ++D39vr6JgD/GfXNLB4RAuXa4wnDHwzlG9z2De4I8esE4/9SFewHOf0JHP4bI+8bBfIM7BH7+jIL+/bs4Ak73RsPFPX9EPrwOBoUIiwlKkQFDxDv3u0N/e/a/dG9BA8Y/gwZ+h35ICENPf/KDLQbIhTZG7nG6c1//PYP6tdKxitHFQ3hGtPGAdUWKlYgEyLw9PQE498gvfIn7xDm/Mos7EEN/TTKODXeEeNA/Oci+ev1yyv89yHAA/7z6/8w498VydMXCCj3Vi0P2wMg8QnhEiYX5bsEDxfvsuDQ6wT9AxXu6f4MK/0i9AYQ59Dy+gzj6fLJA/Lc+jvZ3hYA4tQNIi33DO4QL/AMNejsECT12OQK7+HbHEw5DP1z0QQU8839GNfqHEPQPxIf2rzyBvzA8CMNBwLp38vg5xQN4yMy8hAI4AD14+rrBub76sno7vvxGQgZHQDnHCMY4+P6reXH79HGHRwZ+R0D3PX3AwUPNn9FAwgk5QsgPFAc+fYCDSXtDxICJy8o1hcKK9fX7y38Dw/Y/3Ep9wMqUTAQTiJQ4AHwUi9dJkRM9NRlHj1TDtkq+dH29xAR2DVp9f3oOb8GZS0t99sI4rvwEC7Y/N34gaHEuq6g2Pj99QcXGfv49A78DOrW3vX0CfbzzRcnBd/uydO5Bukh1fm7I+AEEDMXuAbkJOPt6gvzSLnd+8jkHfxS1DL82WG9363jBNoNZCwV4B/z/jkl7Wm/veYIrPfaDt0CF/y+BgLs4wACCiT3GNErAck8viwQtOH1/CbPI/L9yQ7JHSf/MiM2AxvgDuzp9yrj6v8G2cHrFV86/+4N8D3T++YX7TFADsn3Fu8yISBsyNf8xLzhOgsPGe7p2yHdOeuB498nLxEVFvT4ywD2HhQtBQs46BbXCdP6CCji7RDeIS75NDIfIP0t1+Ur+csoByS1HBnb8wzX5vftJfgzMrcZGAEv9vMbDefDDtsNyPNDMhE2A/YEvCrZFCXHDtMVSwQvJabz7Dt6BAUQKTASL/4xBugS5+IR9y0+3tbeJtYbHP0ydTZiIPDD9sHh6OEMFvndFClJFBfGBuQo1CsmNy85NggL7T8i6q/cFQxYD8US6xXCJACsPfQpAegExS4h3tMG0uAE09jB8h0qywov3+0W6eIf4wsFI/MmAPESJhAaDP7uAdYpAdIC7MPh577tCfDx4fv3Eigw/v/uAfnetOYUCBkdCjc++gHp7kb8COTY/QPMEw//LFA6KUEoDTczEn8dKiciGe3tE9HYLCsl6v8OBDMqNFQ0ZikXNhEAACL43CDrB+Xw9QsFEe0WIPHd8tvh0k0u8D9L9PdOIiE18BghG/kR1xTyDSQFDyTl9vnzIfD+AfM8XRUQ3dHCBvyxEh4O5tm88BoK/NwKEO4LNvHv+OwC4AkpA/AJC+nlGAbJ394IGe0dIgrlDAja6ccGBBX9P/fB7w8cBfHz8Sn38uD6+Q0TH+Uc+toD5gJCERX8AvPh8xL3EBIZ7hX44zYvGT7t1u8W3N060mLhEOju2u/Nx/wG4QwfMhTL/M3o2/ItwCD79tsK8P8h+BIKCPnr7RPz7yj/5MAD6wjK/Orf0PJMBNLa0f7xBjXy/hAJDtzu9dvqAS0b/w0c5+UCAOYa00JGDT0d8uQc3CgUFhKBAAjWD6QtARz8++n+3fkNBUynLP3yJwEMDiP3Mxj39AvU1tM8AjkP9Oz35vNM5Ob/pu367R842NTxn8Qb9gO1EPD9Ed3Y0uELJCIS+QPH/eAEB9Pa7BPoC/jmFvv3GebszhJVBxPjFBjd9v/c7SsKDwboCMToye/qNS7vExzP2N8X4AwD9ukDSxLcYefF1swrxR0Jv/Nd2zoZBdAECCrpGADo4C8i9/fP6v/Mywbd5kX/IL/R0Of17kEQB3+9CfjzFu3K4PQNBxwOLjDq2hEe0VLqQ/fmAdkjzvkoBU8oINvY9gYJCPzdsBVXAzgTGEXn9hgd5Bcl2xfDHyQZ4R1HK/zrEBQi/N/if+He8B/xFeYD4rmZFt/mJfEaBO0GQPLzCRsF4CvwJfYuCSQOIJguLcvhF0cJYvnVCN7y7w/Y4P809Ojr8bPSDtMZBPgQ9tELBg5C7jpFHu7S0f/Ox9Tv8icb6SL5GSomReQH8OflEvM6Cu7M2cJDJg8iFezTCxX1DuYCCcnVvM37CvcEPAXcByU2vCA4ITU/V/z0CdMWEv7m/TUd7xUT7Onx3hRe1bT97hXeEBbs8y5XAbsWDyQM8/IA/Avk8xlkHAMYOBz4Nt/XCeXpDRYSIArIIiz/Bv/V2NMrASD3BNz07Awq/OgWAhkLMAzb7/H6EuQDKc7+/u7w8/X/4hAmEvELAwtBGAACA+nv7gLSCuv19ydW3jPw6MVaB/Z/P/wi7xPS+Qvr+94Q8fxL5D04D+4i0r0y2v3U9+IP0fMK9+QW4P9DATL2DwItFhP75uzS7sHs+Qnz5hETCK45FAL18Pzkv/EICx81FSL3/80zJPnnG9AmAE/nEsL18eMDzlL0FuhCzBJBz/Jc0u7x88n38yPiEAna9/3a3fMVLiD7OB4e9Nsy8S/EBks+5fXdHh8QqyQmDzH5AiPQvrYSt8C6Ffv9Gv7fDQcqz/7z+Q317ash0K8I8aHtAeYJ2iXn3QvayMiBOQj5DhPs4fUeHfz07hDqLPXaEhQ+LPz0bhIa+RkL+d4wKfgjHw3q4AcpGfH8+zL058z2QDXqNys1At8YIfwNJic4VccU4QLbBcMi+dL7IgAg7+8TJbUaUTQAB8cSCuL3Cubl+AMwIvkbNQoW/BkMEurhXS469gvlOdgpL8s8+M4W2eznzRbXBB4KAivmQXgO"
}
},
{
"name": "stage3.0.bn2",
"inputs": [
"stage3.0.conv2"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "6UlTP1yyXT8sAX8/jiSFPwXyjD/7LGA/jGyCP3dgVT//eoM/SAw1P6kDUj9LbXg/3QttP7aUVT/aU4s/I8SGP1EOfD+PLJE/AMdxPwIifD/XQ4o/P/CEPysOaT8o+2Y/",
"shift": "yYSJPgPw8z7fSg6/VzEXv+m+gD2uqRi//KMCP7A2gj0kc30/0pAcvtXypz6Gvby+3fJ7PnfrST95rW6/4QkPvzLe7j3Gq4i/hfaKv8i6xD1Aga8+li9vvmu0c75VSxm/"
},
{
"name": "stage3.0.downsample",
"inputs": [
"stage2.2.relu"
],
"shape": [
24,
4,
4
],
"op": "shortcut",
"stride": 2,
"extra": 12
},
{
"name": "add_6",
"inputs": [
"stage3.0.bn2",
"stage3.0.downsample"
],
"shape": [
24,
4,
4
],
"op": "add"
},
{
"name": "stage3.0.relu",
"inputs": [
"add_6"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "stage3.1.conv1",
"inputs": [
"stage3.0.relu"
],
"shape": [
24,
4,
4
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
24,
3,
3
],
"scale": "OjgMOzz0EDujEv86Nqv/OsLZRTuTVgI74lI4O0nPLjtwTwM7tUAEO1kRNTu/7QA7kylIO/PqDTsJZhI7NkPGOn2lGTuna/Q6raxCO7VYLTuZUDs7M4DiOlp8Ljtp1gU7",
"values": "3Xv0MPm1+Bh/C97x4OGu7u3gw9z+7y4b4RwVC+zS++wp1rvxF1sQFtPCBYwk7MH05tj48JI8KL4fDekYJPH9DPYDz1MwHCljMSsjV/bZ9M3pyx++z8np6jFF4R3JXBrzJ70aCfAFKFUSLM47C/kmAg76xwEAUwL5F/AZJtQQ/Jz+COED1N2X19j/zNjf7+k0/drg6ugBBuMn+xL4NzElNBYLDAfe/9QxBR4R9TzY4h7SJRv/Lfr3Au4XAB8RCeH78zP5NycL2RPqFOT7Acj27fMKDxgJIh7k4xoq5fpCp8gY0PvNRRsOAhIB//RTNQFWWVcuC+jb99f8MhQiM/vOt/ZGkMpGEW1c5vkFw8wXDs4UAfHvE/rc7Pw58g8KERwR/aztCQDXRRDj+Qg2JhfKgekAuQJOG+IhzOYG8gcnv6W28O/O+QYKEA0n4t7mCw7W4wvt4QnT93gZIQc86hkgCFUXBcA8Dj44AdXv+hYLLRMp2eoG8L+/xLj/2vgHxAEn+Q7fIBMs4wXw6Lru4tEd3w0c+9f5A04lBdssxMzbPRMKFP8TjAo67A/mE+Ll29b1ITxGyd4Xsrqn3vPc+m7MHBETzkvf0AkHDuLiFNbkQPUBz9eZ8CP35d/lMs7m+M75VitQkffV0u305gOqATXS7b/cE0DoBQ/ADP0H8LzbHAwDHiEFDvfWpuzW+AUq4+EmBey53UL96fYaJ/Tb59vn4/L1xcjsDvYU+t7yQA/iCRgaCB4RCukY4kA0Bv4jEhja8PXi8AxkPisBE/n23N0czenuHVTj9k/oL8vq/Tv97BQLL/QPMhv64AL1Bgz4/dMAqewfC+E0AOXu/QYe44EODNkdK9UF//n1yI174rkDPdndGgT1yszl4jcz68cEwsQnP7W/yZEClpT7EBH0/Z/K99TkNRn5BKz+yMoHzeTNJN8IBCgSBDUB0Pz94uX3A0dMEBT66hLCzAcl2tcBwKzSosSg9sj3CQlIztTr/MjFC+iBIp3Rwef+QPvW6QEe5/f2xirpKx4q1xUN6FHZXvioHeEnCO7aEtm57PTx9OQs7iZCCSEj8RQGflAP4OEa2qy4ydTOEOgfCuXhPEr64gj8CjsCIAv7BVcy0KLnGAzAA8j9zea4ONMLxRne4xrZBw0dvdyugfnS5Aav4fj03/ml/efpBQHj8wrz/xMG+v8G+Rbz8ejjv0wAyHXovzi2x0En00IF3/kb0Rb5JPLm9vIK3QLI9zEQyE/yKD8H9PbKA+z+9uHwyvoA6C681CL8HEq9WRyp7uPsxfPqHBYR7fsMESQgFEsKAM7gD7i++tTm2PUZ4+Pm8eH76ePk8dTOJwfg4xwhzf3y2eUFIf4NWzQsHBQvK9v02vwT4foE9dzK6gIB7+bd/SAH/xkQCxkQ7A8Y4QbYGv7K6e4Z8cv6CuIB8u0LEfIgF+oF2QHNn1wZ9zj+OtX/8yIB7/DhOMPw0VLQB/HL4h0J9d02Ad4H8ZIX4A1HcVYDFcO4rj4m4RyB3z8GEBvmWVLg9M3Z9tXxzNTr2iYF6UUp7T//0U8B91TQz+MtEx7X2fvfsNzj/Sbi3Q4fF+cF/RroEwUZMf8ZS/b+CAHlChkXz/cX6PIFzQjuI+sP2PEj4xzcQvwjBb30+vQJFSroDATuy9HiLDQC3dkM+uLkDfYm5B419xWlBUEbzeUNzcHb/iDy+RbT7uPV8jkV1ycTJy7L4QklLPnnE+sAKfm0IkJ/7KjG4yb78xrv4LfoA8K4LUYd3erRyfgTxw7l2O3z//LOKTb9D9UH8demFDtR4ekIHjQBHfsV+eu+ztrhExcx2AW47/b96+fsEOPgHAeyAgTuxeX//hjnAR/64QIKDBZH/y9M1UDFGizwADMjAhT0IAYD4vQV/Qrl3c/h4+bg6AT5+QD75AsLDBLYDgU8/SYCCDIkIy7wKAsgHCAM3vLs3cT/4ATw4RPj7O7+1fHj+A0rBu0t4AIJ/P/Z9gUQKALc0eH51tIa9gkAChUeEwDhHg74Smf4LjoD9wfh8c/128a5DOimH/sjB38c6NAG7QU87iwV5uT/9iTu2+/Zzufn/PoNPf9QMlNeygP78OTg3wneCRoSOWE27xEH9vbd8NHd8ub9VCkOIzopDvwcJB8f/frYEwQhCyo8ETvZ+R7O+vEN/uvd3wzz+/n3LgQXH/sD3ev61b3w6dH/Hjv/J/8PKvTqDRUaEAQCAhQN8L3sQQTe9/oGFzAzKBsp3eH63djF3Pny9AsaEgMvAffwAusjD/cEJAvlAeoD6/0B3fjj6xf85xRaLe8IJv75MxHMVkMH7iZB4/XRCO+fxs61/OHEBA3EckpVvRP+yBsYqwVEJyTp27oY4QnC49jhyFme4X9n2TsbEwb7zfHJFQgHIdMU7wZmKVPz9/P03ebX+L8JSjL8IgIdFjHS9/0Q20X9u/QP2jU27RYkLy0UAwH16R4hIiZG7xfzHhUqLckb6/XVsPP52RLuGQjx/jQbEhwYzwQk1vgHIffRQL3PAef/E+L9AF3WuNHC9/K17+rTBfef4+/j5XNm2+xd6ADyHysMD/cYSAzz5CIt1rr45EYkBBoR7Ab9YUMnw+7QmbXD+unBHP0MKksUR/P6ICTx8frcDOoCPecUKxsRKfn10CRosfm5LD48E7O38Lfduvci/MTuCPDUF/ntIR8h3LACKIHlBz1K+QHZBtz355fbrKrG488MIPvX2YkV9xo1wdv19PHmF/4N7Nkdwxv420j+/sDTEQ7zFj0FHRQfI989OSRY/+zozhvs4wUD8j1BJyYp/An0+u7jwdAZJvXaMesf7tT12ukpDPEY2UYiBOlH9O8d2ecgJAxXAuj76TgJFSTtrvLlIcH3DuL8zPnb8AjWKiXhASQJAQK05B4Z9QAW/yQICaCB1hAF4+EbBuXR8d3F+dwU/Rbt9+U7yhrjwRva38gQ9+3S4gRC7OgC8w7w7Lq48R3Y1eAoDBLy6Rg0ITLz0DXxzDXdAeHY19Pb5TQB3w3m3Ajl8hvu9cTlB/H23vvpA+DxCwoa3iIBBwztAzD6OQPyEewLDSIjKxsV7vfYL834DfYHAy8B6w336wL3IjEpDPjoIwbl8h0KDAns+/0B7OwKD+Hb8gYXHzXq+9/i7Of7Cejd+wn9+MYF9Tnsy/3NFhn4ERgZ+PmbPBHCtLXRy/zK1AS0H/0JLhcV4ru+2MHjMjE30Ra54d/e7TPENnW22ZqsxgzMvn+109i5yu/0IAAPOPpAMNzJchH4BcEd8Q4YKFU05/ru/dj4DvUB4fzq1sX6ogrs7e0Zzt/d5T0H6OPJ5QsnFj/a7xbxyunc6dLTEwbkPePQ0KYH1/wPDIjs3+/u5BsR7hIF+OQA0OkOGvYB0cwSAPgSJB7t6B/76OLnDBPM/t8G7ODu2RTRy+vOtPnkCtsN0C4TVwcGA+cHCuvfVxoEMPjh8PXrEu73yyKvPH/TpQU97QPOBNoN1wL1/BrN7ujf6VcH2Pvfq27grR332TreGSHZBiDBz9f+xzb69dy6+SHi+wYmYMLN0SHy7Qri+P8IDgQAyPgE+iL68urrLT3cpTAs1u0O4vDrxSMUxfHXzyso4vbb6wfz/EAi2ews9fvl9Er8AgYayucN3ibY+ezmx+nyChME/AYVDxcO1w8h5w/9CBT05AEeFNz48+fC7Pr0u/re6AMD7AUB6dvgEQrV6jkzDMY07fAA/CoM1QrzCeLz3RIY0L/78wkREfP3/Q/Z0sknI0nKSOazzPsOINr38wX+4Cd/KOraMtzx9dghGfdY6+gItC8POmbIItvFB5Qfb0fFENv1FuXh7CftBQLLBPjgSgQpDhjo8OAAC1UbECXPBgMfTufYGL76DtAHDo389Qb1fwDzJ74g8t1K2ADxFUYfEyayxM7+2939Dwbp7yDqq9fMzMwbGP3ZBw76J9DK6gDNEwPIEEMRCyvf2PQNyPTrIsIC+AANx+YdBQkG2/Mr2NcAAsfeBQy+8AHsy/AOzOLC+agVIuEP5QgaAObe/xMQ4P4B9ffy7hNgMCvsQLm817291ubfK90TwjwbMvogDrTq/wQ94A5K9gGz2egaSVnPHemBzgwzxhQoKPT8Kvvj5fn48P0m/gL5EibgE/7e+SL/o+DmRs6uLRcFON4XHNET/UQQ/hc7+Tv1G+FI0PcgIzkkugD03FQMWBvM/Az+0O8qABTp+gsYMejvC94sEDQTKgXtSxDVFv++KPH2BNzfCwvb3uoH8wUUBvoPFgIJxMzz7tbsNhwKHev4+Q8bEwT2+Nj9N/0f1d8OxwwS6Qk/6vcoKQstF+3SIg4f3+/eEgoy+M4yxu9Uyaa0BMyqYjr/4sTaFc4qtFwIW+QAQtqRt/5RJwrzxZGgjxVzTUqc951azX/ayCMf4tAZFV4e+lkfWqjP4QcCHvj9/vQNyslxrn2cxbZo/wHaXSMcdQn7s+gxFmRrQW3/6EwC7RAbNN7yGM4P2iBh3QD2R+74QaHLuwkuJR3n9iox+w7BLB5e3e8fCNrgBPHc/TE9SPwFx9Eh7P3nDfYrM2nWVBnfJfLRICIXEgP63P4W92DM+M75xkwjOBXm3O7QGDrHfRfWrPAvKCZCzT5q2A740CEUx+bwECH9EOgM6cLSEBK+/yxb5rz/SNsFGKIzDO0TAYwY3X/OAAtAFwEHSyc2v/7R/fsGHCQW5BTS78oKIeT6+BsD5tcF/fcind7v8xnvzOoytgfv/hRAK+of+9zZ4iQl//jqCB7wGdcr6QsCDb716P0c7xoE5cz4GfQnw+csCBL05xH0Af7X8Pe14fvxJQb8AR0TxiUlT/sM6Brx5g/F2dUGA/Id5cfk/uvi5MgP9OUPI+rwEgIR2hAKGPohDfvd29si5evtD9f/rO3H0gUB2Pkm04XtF5jKMTuB8xcTr8/M0v3k/7VK3wmU0LzsA+v0zr0LNuHq1u8nZqTrOdja55Ie3+bN8TL1CB/AGxLR0CkR09QN4vkGrv6+1eSl+kL3lVH6Cq+5HLKo0BPuDa3EqrPaR7my/eDfUjKzNSjdBCLmxRQbKQPV+/HeJTrfU0Ap5yJaMxACLi1A3u4aLeoBF/PnHRkcKRZZCrTu4eIQ1fLo2QAcFB33+/sYK+M5FwEIBtAGNjwB0s3sOO35Kgo56LM5/eT9EiMGxBQ3QP8aOv/d/hgC8OvpBSYDqOko62zcS9WB6wb60OjwA/DuzwIuDQHzJObIzeYB6ysqDPffqMYg50gXJxeGBgnpJOsdLBIYF/Db7r0iCSLY+uXy8SH/Mkf238sG4SsTCxa08BH4A/zo893+FRoC9vglBjc0Ggf77w7t8+AU8PDi9SIs3isEHx3uHPMC7CImAiwc9Orv5AUK3wATFTrY/hT5DwHxCAH43wDk3McK4fb08vvTIRsF+QHj7dzX//MLCfopPx0F4So1Ngvq8s7+NRMT+9fn+9v6EAbiEBkC9wjb9jD65+z4+Ozl2NnFQTX0UWgkHC3p0fcE9tHqB/36Jh04SgHwO+oB0gch/w8D3OHygVgNMTVS4xztaiYcRw8m//cZ9C5A7MoO7dPq9RMKSVIpG/oc2A2/yr3M6CrC/vceB+EpF/gWDBfUFhbrNtro6xAH0sAGKg4q/iDz//jpEO/pBv/n8Ach/e0zOA3l8S0uFdvjDhDhFPbsATT+AtTo4wQA4vjd5gAI587oDfVC9w4ULzoqHBLyCfH4BDXh8fzg8PL8BfsZGO8NDBAQ5zIF9hfeCBDg9vgM5PEa2PTfCfULm+oQxCa1FKvdzPAQJFkFKUXyyhtLGQ+wQNrbFvcTDfkrC+4V4AQO9hsDQr7nlL8bzn+4W7OW9PMnGRYUL0bTC/oNyt0S8v8dzC1V2XL8BSnJt/XS/zi6G6b/CwIZ2kQHUCvIAPi8BRcT+/I42PQV52McMTra+On7+Pn32dnx9CMOO/gBAt4g7RoM5xAH7+/w4w8AARwB4uTt/gHb1en9uBEI3vPd/fnw9tP+ChITRCjoFNzz7+0A0jD4+6wOHNrXBeIe5fEj9sYDCgPxLQP61NsKA+3cCOvf8+SQL6mMsgdACuwFUFT+DywBHkznB93gyMbmBD1k4d3CuPg9CBXsTL2KFY4c1SPl7+m2orvH7jIfSRDxfxdPzPMY/S7mJakK/EEf4CLtBc7rDM3w6PcbyP4i5RQODBjhyOb4vQFhET4S6/vpJk/dEVbZ+Mrb30kqyvv4HB/vHwMHtsn+NRbhEwPn0NXR3cDgGtYJA+41Dd/h6PQVk8izEM0kmxvkw/MB8vlBEi/2CeLYG/04+huLAN1BzBsT3e4i9BV7N0EqD+UM5aYmMP4t29f7zR4LG0hGtw4s2QwF2Md+/gryCtQi6B0ECQEzXNwHFg8HBMUVCQ8r9joLCPngBk+WEYE1Bictx7Apvkfe6QXj38zuA9PoOh0dBAXs7dD/WPLtAPPPIhrVHcnT8Kco4CsX8O4f5sk+rAVb8+oc+N4DAsLEDQEEARkH9O7gHPVEEfgqBCTt7M0hzy8PFTkCz9EwHgwB3PUEH/INDv/v7P378u/4KOr94sn/A5/r3sfz/OwP8vAP+xEz7Qrm4T42KgMB3u476xtA4RYlDv8Q0xgh6+748O/9//kT/Av46BoDt6/O9f0y1fPZ7Scz0rgcJV892i7x9fb7DUAEzwXoNRMeEtf9EyYcI0ytAxjKsq/NzJo87X9D8z4MG9n1LlocORcmUBMP4Pbs783l7QMgJcoI9QjUmwMyGiXi4u7EBehT1SU5JCcR8uLk+8rf7ugC5EThES9F6/TrtdgIFvPa1x4g/WM0wzsW3bvVwuwd8Pn6MRJGDtYeCTYO7xEEF/A08hYn6dHNDuMtBtdV4ehABTpZDz0cAA/7xifxAvMdzjbiPBLt3u6c4Ag+CzkCRd71+uDpqbX5Bw33"
}
},
{
"name": "stage3.1.bn1",
"inputs": [
"stage3.1.conv1"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "FLDBPgj9hT7oPZs+1WaWPhsoxT5Spb8+unmdPixJfD6SuJ0+j4CCPjAAzj7fk4w+3WfCPglziT6RtHs+t0ayPv450z4lmJM+xgSMPi8+Uz6NwZE+NsmXPls5sD6Mq5M+",
"shift": "2TXSPZz7wr2tHEc+Ym2oP7fbaD+l5AO+ivYROw6og7/DxUW/DBKJPuyGMz+evB0/OqOsPqggpr0gXO6+wgYAvwJR7T2IGx0/dHG0vkV3xb4R5HQ89MHXPovxBz7SkT++"
},
{
"name": "stage3.1.relu1",
"inputs": [
"stage3.1.bn1"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "stage3.1.conv2",
"inputs": [
"stage3.1.relu1"
],
"shape": [
24,
4,
4
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
24,
3,
3
],
"scale": "B/07O6TjBTubOxc7qTjhOtDTDjv8xRU7JAMxO2OO6zpGD/o6VMfpOnhm8zoK+RA7f9gbOz+orToI6y87F0MUOzfw9zpa3tg6JeQNOySVAjsoJgo7BhTjOnNqyTqTXQM7",
"values": "sOfX5eDX0r4s6APq6wsRFxXz0+AE9/sWEPsYu8wIyq3w2vrDE+vTCt7gFwwfRQ/7I98FDf4DBc/0ntgd5e5cGO0h/78K5q3MxbL2/6rhEQMG6ur32Qsw/gAT2M0E7CMlPB8RJeD+2NAMFSk4t4Eu4bkH4A48DzUAKhIEFhce4Qgy1AYW1PM09h/0BukhzvsGCgQA8ebkExEJ9wDbze0QEdLS/hnvA8boEAQn/0YFJRDTDfrTBwshJxssGQ5D987kzdfx4jApGOPj/NXt78jIH/wQ8xL3CBP8/Ajv/mFC8wIM1/wW8Nza6vjt+N0IItHQJvogEioaICrxyeEF6jpELBdZLiAaCSq7SQsFRCYgNvXVJBAlQFIzLw6vFhDQ5QocRdvbFWVHBTs+6kXsJzrC2PcU9O/qCgXtEvgDCPnx/kE17C4oGyK6E0cfEn8tKzcGDBsWRRX76RnkFdsWFi79ARs0ByciOhzG+iHkIgEIMBb9/PkbBcXiBeLmLfXuHt7h4CIL6SP/sdsSruUCKjX7Czvv+BczU+cPFPM5ACrj0icQ4TQAoOXc8w8i7wbb2dQD+/MaKgPJGTQErdu7p/LJuQLIINsA/fL859kqaW4A3ZIRCM0etkYY7Bo14eMEFxb76iY1SjoPHPH+yiIMRAO40/wM+uksxADzqhwA6uoGMS7x9MLS88vn/fHSSy8KAV0aBg4BAR7jJiwtEC4r5mAh7B5FNjD0JOnlc/AHfx/gNykKJDDHvwQa5bjv8VXyH8PR3ekCITXe8NnI+fff8afiCLT0Ii/n6fzp+wAOG+TGpbPEx+nqOS/iMFc2RSQd2gv9BgIBJPYawK6839umj+/rARbR+TId7/oAA07MfiHuFgUAHR/VKuDVLb+pC67U/APASg3sDvPX1SnyFhoMar3n1N4D7AxGLO3a8Cgb6hX9JxTRDyUwOz3T1AHD2yPb9kMXIe/C8mUCzAYYGxwZ8ze78FP9DfIkI/Ah4ecS+PcMJBNTBwt/Qy3rVi4W4jPzDw8UBCgHK9tSE8og2N7z5uYR4OkOTfvozZ+ZGPj+AQZUUTG5Fcfm/N4pzATrCccQ3bs6xQDqLt8KEAw52Rzj/f8VPuYD7BjwyhA4SjcB/ttL9dPQ9ukC6wnh5eHz0x6WDwjB0SDY8B/18u8U/eLoDRMTCgQQyv0jJfMVLRQMLiIHAeYIJ/4O/yrm/N71/A3rVQtF3iIaIjbr/+MOFiHi/jD6CyJFUA8N9KLq9r3qpuPZ5Kf46SgKBd4HFQnw7zDWMSFGKDloPucCpRfvQBcjbBru8/Dh3CgE1NngCQ8A3eET4xvr7/LwoMPquBMAAfrjAMzeRgf/EQfyzAlM+AElCgot0+QfEdG2hoH+3sX5IicS/SAcIgo38tqW6pvnzqkHBgk37Db+AcDJIPD60svIyf432RjN/Ov5AR8MkgS+0BvC2wfhqNDM9QDuAwXvxfQI2SIlJU4YATD02N+lFew9Dygh8gxRLvE64d7xogUaDekI+y7tvt3eJysg8vr5q7381wIolPEC7NTyCBP6GPH6t7rd980vMBEy3RkFE9XEIDMpDAXCLPPF0OEQPpIADyDx//DqF9jmBwPA4MTU/esTx8wHHODp5wTJ/PHY6674Ey8QFgr9Hhf+9KrcD97o9vbu6vfzwO7V5Mz33PC/tN5J604sE1RS/Azj9Nre2M0VABX1FeD4vN/Fx7n1QH9Bei7D8N/CFejeAzDa6CIADRDtEA4NAQcaFhoP+uAj/tQDOT7R+kM58gXODT3t8ivuigsu8uVDJuUCMA/26vM3Eun6Kfmt+hYf7+oPC+7v/uI7UBz2+DoREAMw6AkLJzvL7/gk8AsLKv/r/hfqCgn55gLQ2NH+Qg+5fH8TFBYIEEEx9vIl6ScYCwRA5tH/5gwcDwIGAQ8P8g0z5rk4E+nGSRUCGEM1B9IoHQf/LxEI3BcGGP0fFgni3R3rFA3OAwL+2fILEhj7BfoIBQ3yGEEYGdLcJCIYu/oR9sXY9u/z6LHbqxLm+8/mDgDmKEH/IQjpK9sJIBXxDfcOViMMJ63mArITCRj5S3clJ/AUFPvaAAYZDPtF/vG26hEqBU4z9q3T7B4G2xUFDRvKKA0eDeD1HiL6WOYnDzMAE+nzExjlFOUnDSoF/hFX3jZH5OIrpQ9Y/RokLmAq+jgoJDpUAdbh/6tOUVAGFuz3FfOVD8stDB7jZO0M6SfJMrrQH5GBIdYKOkgy3CZOFC4rER/77v/RRbb1v/v72vo7CUYZ8OEaB/IZ6AUbGdf97sLk7uUW70PdCAv0DPH7+bwTx98EP9/7ANf6zv7ZAuoh3R4RDdkUCPInxA3CAiX29uAs7g21RA0+xjQ8ARA/2P46YLzS4zkPICscDu/w2grd1LrOBeTf7HBLKEL7/o3n7iNJAw0HxQL91BkH8BZ/FxHUuQjy+vUkMhgTGyppSPETPRU2GT31thAIWlvu0tbQ5zgDMusEFBPt/eHRAP/iORw0zVX1I9YB3/fzQQQGKvnf/s3QwSvVHBYq1eM/qB7b/OP46x7fzgbXRA0W2xgl5hYmG0IkLuI1iEHn5uHkCBAP2rMH9fHwzghXMjsHObrwET3hDgH1MkbU5e4NAyE5tdsa1qzK5Z6rKRHp2fLF8+jEMQbZ7OL5ySA5IhdCEPo0q7YjH+0n1az6tIrD5JfU1b3/gd1Q+iIIEPus7rj32rIC1qr87qrB+zYB5tkOLxYVCfU6z7XEkPft/gBNF0Ub7iE3/CM6/gs4BABMwrg44/RZ3x8UMeoL+OrgC0bkBAXeKeEa/SGTD/CDBtA05hQXKyJN+czj9RgV/w4KNDZ0uV5+AwE7JBjkLPcrJxcX9gLz1gu/2AGQGiQksxAb5zABSOAgENf9Ge3VDxre1hXA+wUHGtrR6DgWyt8wXC0D9sxNGxk1Ri8aWg72Mj76AssY4xD060BAGgvUPz8JBxwU9hvLEhtLmBUjOlBZwg82EBa3A8sT0u/o/wzi4d8A89rEDOYF9wr/GRrPMwAUEmY2+zYMDBDwxxvOjsTz6LgM7cvV4Ojn4Q3o1c0gDzbx/fGm7AkQ6CwUwXXJ8QcvFvLI5g/0JAEHtQInwdf/zxkD5+Ye8/IHQQDcge/Ul/L+9PrMBgzxBxASDic9H/kn4vnKDwdI/XwB9yi6Dfru/hn1B87lFygcOBn6ORAdJAQAzREFH+Yb6xBB2i0XSBMSKCHXUCfnBu//CSnH3OoWB8wV6gf45gEh5Rw71fXV7wv/F1y++xD7Nhgw9hknJxnx9ujbMjMc7Bb1HSYeSzzyCPsNBR/2DgAzUSHtbzgFM/8tDwkbwfQmvtAK7/Ee7MwHH+Xj1NPrxO3n5/jc9R3f6g8UBQoD6j0UF/wfHOboAvQA2iIZ4RXy/P31Cv4axxlB6/oAo7/p5YGw8lQX8sYT5O3zENDeIiQLUCEa4eAdJ+EV+t8dBNjU5d0OxyQfCfwHCS3+9xUgDgkDIv74CRLu4bT+/gL+FCodx9EUAf0QKSnUAQoXJigEC+EJ+hb6JAAVCyr6yd6/pOfzI9vtKiMVNuvdDf4BCh/o2ez/0zjh1tj+9eTTKCQIBMDqHTojwgjVBQ3xNi0kFBsO3T0KC/cSHxja0zUDCTgLHuHmHRTS+iE6+gcsAezNGAAnFBf36AX5HAcRE8Xy4VAvUFEC+f0c2/js7R/2CN3xMWNFWn9IRCsU+OoJDRvz8i/vF/n34hDs9LfUNkj+TSD/9eDtZsqZ+pgDsKdq0FJeOXhSExsBuREbABtILhSWHjRwQO/pP93WKigzDUlFFxkUgZnw0Be7/xrBm/gNy+cCLhL1DrQfutcl1y6ijRwtBwb0d7uJUyUzFnIDOEHvIMtK9gUGvR4RMfDwU71nNz40HAIe8NdbPu7y/Q+pw7whzy7i1iAFGgRfQUpP1WhZBfLdzfpA8kQfFeJAEAzeCPg9MhdVQAD/AQoh0vxW21gi06MjBxNX6EyN+y1PKFRvcUVB0U5B5FksJxMBFASuMewmNfXo5jvKbPQGMgMmEeXV5d7+3RIeDf/+AFBENCUQ8CH3BAwg9RXxFvUEA9ruN90SNPsmCvXhGPXd8fXO8fHM+c/OCioS3wP8BAhJEQgP3fYWBRQgHvIRA/nxBPMa6iTN7SwRAy0azNbz8u75CQzt7jHo9c7d7wgMBPwkJSFMDQE3GrnCH+Ti7u/aDQMDAer38SkT7uHX7+v/9tIrFw0PLxEnChMfCQQwDRn7/vz/O+8W/+Ys1ujTCzAqJCjc4wsL6tTsygLv8Ovg/gnu+wDvF/sI5/8SK1QvMAQkN38VbDLuNRfqAw8MJhkKyfL9xu7sPtr5ZjwSG+LzNM7+JxEI9hgN58MdFuIZKxsWKQzxGeEa8Nn63dXw5uD3EAXIDyAUHCvd3OvqE+gA6MXUBAAHFNYXA+fe9uMUH/XoUewg+enV2vUF/yrRBrHYEvTiHQgEA9TMqQ3P3QsB1+HsLwkS7g7Q8vPuDPPuFzf7IOn7Bw4L//L68s3P4QP1/Qoj7vktChhF9QMdAxfXUk4yRH8LCSbLwQnTKADF/h/b/igN7RwOAhkOJefmBQ0kD/wdLjILQhve2wG1CxILFfgd0fwMwBonPjbp79sT5+AA8Lnu3f8+BgwX1fT6MkRDH38E8vTs8h3mDVf+PWFl+w/ZHOIyC/sW9D0++gRTF+v2Ji7Ax7QgALOz3/csKO/4JvgE5g/vTO5X8AP0/y1iAzMtmhDwzgwV5iz7QQof8Acy5Cz26Csx69vpEgn3N/ngEsSpAjHqDAoIAhrj7/7J6xYoAQD5BAQ1qccUI+sr3Qv58ufXxPnb+9wJ1dX63uzaFs8L9N7VH+rQqs/o9rTd+dzQ2wATzccH8BRJ8/wXCvCzA+r/s6s/2trl8Pj59H8eYj4eCRvpvlP64xsEy/vbKBIRsfoMR1kkFDKxJwMAX1ErMRJl7lEM6srXBljc2xQB9xLdGtO2vq8dXy5ZFlVv/AYQFiFaERki8QQkYQnYAiil8f7wFKvFHATO3unrAhw1FidY0uIExuay9T0c1PC9KSc8KS9JIMcUBREP4wsorvw0HurE5TcpAxToDRUCNhgX/svm4/HnPfKoEEEzIQpVEDAi0AJANQ4a9fDxOQEoQl4OJx9X1u4578Hofh8vNTBRz8HbAj3wEkTs+itKy+PgCRYx7e3sAREMF/XK/iIxOzIXKSQK/QPyBRv5GEVc2Pz29wDkE+LPEenlGA/sKUIhLRcb7/713eUSpskxv+ga7CUdA+ZIMf8sVWN8BPQC8EEQDz89CAHh0xcjETNk0sz0LwfR6tsQBgDy+O0I+CJNpfkYvBAY7wzZDCX5CwYhOPoaDhooCO4fO+g+CyfC/dwUGd/3+P825xAM680M89bUMR8KDgzzGWcAJzhVIf1KEGhZTFFRC/sBCPzbD6yBtLK+5d7o4//5EBHO8ev5/9f7CeMa29Rc59kY7Ob+9PCB5sbuvNPIGjAtXCoy8u8IFQDlMBbjDTfuCdkE7PnTFxL3BvfgFu33JM/uJR409hjYDuupWTL9BwSyGU077cbJz6Gr1r3M7ADH0uTszhID4fEa3SMbLUQLHgDaLEQPJFxyBtPtC4vI/8fkDhI3PQIV2AYnzur01+/k3sXSv9/T8QT36xaWta4S6g/yw9sRFtri2y3rWELL8yYNF10GDUM31CntyPvZtsfSFBAfwu/E5Qvn9Dch8AFAAzLoLdYK7PnI3RAXJi0hLCPp7j75Ch73HBMJGMvGJP4Z5ybj/xNO2fKdHO3A2rDSvNa9wv3y+UQpGRscbSPe96jr+h5h5zdASzYl0ioQ/S/sGu3rw6Try88KDB4HyeHi1PHltMzxxP41p/cPDOC85+PNBP+i8/WoNwrdEgj85gMiPf8pFwcRIhtZ5+sai64QpPA4E9bqFDMaABr9x/ITwvdm42YlUTHPKOXh1dgI4Mvp/PzP/MzaCb0B48nU5LwYOzVHJEJoQn8XqBcA2+fM1Ne/HCbb0SgmPmcQFij879cs4hBiIwS9O737xdgq/x047LQBBxYWJkbSOA7LGC/NyrLSk6+d4dPvsg/4CQ7gKfkDRFAyaitXIhgdLncZf1hHdiU9C/jA/QAc0AXo5CC4ZzVBTmRSH/722ALpAy463Mojvd07DfH/Edb1FtcvnwW/IjkfNwwt6Pa+Mjo+KB8Xz/pwHgQq3hp78AcF7BoCMhIHV9ndAd78Df7cuPIY1RHSzs3b0+W/9e8JEgVCDCg4v/MI0MvBHujx5vpCJ/v8+AD/mKj/xeuttuO/GVTzGjUA5fzo/9v/8Sgf18QFwtsAx/Ox2+3uJlYDYVwhFgnNzArmvREhKhr7EPYE+wd18T0T50kff90C4zig9+5U5+RsA0Y+LzMqzAHsHPjW7/koJxUZPuMyNhb7ST9G7i4WxwP5C/awx+vfJT3Pp7vZAA7H6N7a/+YdNug5H7/OMM75HQBG4eQGWCH6/ujvzvUyLlAr9yIJ9DfGO8297d/P797NUe+uCAugIB7s8OX/IAYm/xUBYuYOIiPocBBq9RY2IgsEaFLRI1D8+AfsWj+o9wT47dvDOvX/LfcsM/4i+TZAJDRFXhm6sEu9USYA0ti6/y/7Qe376N3yHQ8mCPPlFBrgB+SmCOmzCPPPzfngFdKbAjrWGfjNC/Xv+qviSQ8zLvsnfxFPBP/g/+/d6cT0B1JYcg5hUAl71gUgAP/68x+r5QbcDPP3GwQ0xNrZ2KXZRBf2CgQJXNgAWysG5+vuytX8FM3cFwUILSsUTg7h1QESEf8SEABS3svx0McHpr3pxsfF0MXlw8DUNygIDTswRysn87C3mPinrv295rbE0J2U1bOZ9KvZurEJ4LXC2a7XtoHNqLDjpZ8RtZ7os88F8dHC58/fUyrPBPXWz9vh8OPf"
}
},
{
"name": "stage3.1.bn2",
"inputs": [
"stage3.1.conv2"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "RhG2P9r/vz8i8r0/LxiGPx8tnz+jLXA/fSGpP6ejQz83O6M/xXZnP/yKjz94e6w/Mgh2P0dLkD+kZJk/5PyQP0S3iD+Bw6s/8CefPy25pT+IsJw/zJPDP2CMrj+iINA/",
"shift": "MNjcPiZY+r/duAi/TQ1Bv6/XKr48R4s+SHq8v+l+Pr+OTQy/7DSpvm1P5b7sHY6/OBeHv9Olnb+rKFy/Az6vvusWDb4Iw8y/n3AqvxRgQb7mX7G9aVNuvxxSir84iABA"
},
{
"name": "add_7",
"inputs": [
"stage3.1.bn2",
"stage3.0.relu"
],
"shape": [
24,
4,
4
],
"op": "add"
},
{
"name": "stage3.1.relu",
"inputs": [
"add_7"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "stage3.2.conv1",
"inputs": [
"stage3.1.relu"
],
"shape": [
24,
4,
4
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
24,
3,
3
],
"scale": "b6IuOz203joPWAA7OwTjOpLDBjvT+Bg7ceP4OonhFzvxChY7RWLEOkOYBDvfVU878YsbO6jZFjuLoCc7JNIAOzOrLDsO/8Y6/jszO5EAJDuhVuM68kARO4FaETujbBM7",
"values": "8AIdv9IN1dPA/fMSBD0SPB4j4z8W1DsyAOLmHQX/J9nnGPz1GxoK9PrQA7/eBP9EA39sVRcn4+re883bFesA9c0a4M7DzsDhBuvzCEZNHwQN8R8KGkP/VjC3JfsQFRAMChoB9Pjh377HBOrZ9+HZ3eQSLf0U1AH22dLe4vrV1PMpsxP/5NXj6QX7y+L/vNrkKv4TFO0C+d7SFiHy3QLr3P/mzuAJutP5zeTo/B4eBRYJEf4c+dbhH+HXF+sBBgcX1AUIIO8k3OPd8xvtCy4qACsPK0w0Tx0sqtGXBPPSxNupLCsUuNHgnOYAExsLOy7819Xz3OvJudeNrsIvGAz6cTnM19cT7s2Y59C+0vbLHSf8wwkZC/hZ6BUCNA5BsCsTsKH047MS294btfz3gY48HfcAD+7qQB3q4gzAzgcoBAY+RSwW6+wPLBz8JvPu2wYRBiU3E88Z3anbKU0gOvbmNeUi7/XqMgjtFCU+7vv+JSDZ8OYE2yZfEjsny+0IkcWN1c4X70q/xQQO6NHsQmwO7t4X6MkQJAgu58jl+DQCIqC5MvT2BB4uFkj/7OkVCvH268jd8PQP+R8k0cAy6tjuIBXn5w3+3w876EoivbDr/+YKLq20FQU6OtxMGBIyxcUM7BDv8v7IGLDmG+X0xAfc37zqFToUNBQFMRXu+uniKsi/74TpxqOWvreN2RgU+Mgy/QTB/vP6/crc++bN4wo67kXpC8UDJAUV7wE2GVA8+0BaDDsuIOs7Hisb+OheAgXlNhL9EN1HBcsyx/8SA9zf5uEbu+W26y/B4dG+3vFMOwwFQgkHQzIYCytTHQVQFBYkGeIn0+sh+Pop1MElCeP2/v2d5eCB+d/lzSESZg9ZDuHoExLz9+8wB/D/AkoM8Qr9y7smChE2/sgFD8j5sUbuFAU2NdIxAA/X6dADCTPYCBdRIFf+Jx76MQC1QO/r/90cLS3dHLQsbDAnEOnUucEvzM71LOVK5P8V4s0zEANGAzw9yNHiyNATvtMuAK/pGcFTDytaUuDq7ObKLDb/JfvTKOUf+c8A/eApKdUKFCPQ5X8ozOru/gX65N34E/8E2xEJ2eC2380i8BgIBgD9IQvKAsbnBdw6OkwbCGki5CQL9+347DT+597tFC4FQzf8Gv8R0PfP4cGyACQVytoV4gISM38Q6nAqOiUvGzMLGiz2OSXgGyY0D1YM6TvoGB/nCCUgMGZIPg0uAry8Nfgg+y9J0k85Cc7S3vvx/CVJCOCyAgD/tOpH0QMf+yM23hYL/vv6Vfv1I14aEgWO/NsQJh3yAu0CLR01z9PvA+ozzABI3yUKBypmLjY2ANYH5uvMsf0ME+kyCRP1/90G+gkgBfnfwQcI1QLNwamz7xb0DVnpJ/0SXFkQAZjIxtC+4ewKB9oL4/kSER3KFRAGEBDlJQP39SYQKtQIMigiqq84lX87BV22AA/ZCOgJ8+b03cIsyjcFEvUP7vv1Mcu7FBIN3Noj1BV05EEKAiPc39/g1Nb/yA7t8xvUwub1DxT4/kIoKFr1NAHn7QU+70PxCuwCDQfOCcrxE0nSHf66DAQEIw+vIPb3/NUNGNvlDQQz9FYeEjP0BSPiSBkJ3gfw8iPh+vbTJ+o9/vcxAuwx2PMRDfn74/0uAw398RgDEgHO/Dn44SzJDP7F/fEPDxAS6B3N9eo4ulMBCAPiQBXZGuP3Ce4h/BnaBrUG5fA30rTR8sCy6AHHAeC0igzx+cKyswwCHPjSERQd3R4qOh0ZFTMY+PGj2e8SyeTa3wL23RHrE0YIG1++YVMHFAS5FBku6M6Sx57zBen2Hjc/6u5twa+Oza6b9OrTvcHzt93rysuvzeXGQ0DOTeqzzV03zBNBsvD8wtvu59PcB9To8f742cPhKQ27OPDGfUSX2PINLDnQ30EABhT56lwz5gsN5kosBr6fdSQCDBs3CPnc0sst4wBB8PPUvfLhFc/XQC8/Sh4UXTkfOSwEEiQBEPLu7dXREgsXzxvG6eR/AQQ/AQPWFqrf0CPYgRfdNRP2VFv0MmsqCPcmduEqXzgSIvTsPDDi6RkhMO4o5Vgfyxv++ijsFNrvAgjmBkvIO/0RLhX++tv7Me0O6/3+CkYSAwABD+D07LD//eO19lQKHBkUMyq29SMf4iTNCmO2yhT0/SXnIUfdByZBxVkLBw385eLzCj/iIO7p6Qsc4QcP4zvr2eUmCSM5KSIkLfwGF+X85t8JIgAhAr356su8nPjk6w/o1h/X4TAO4avx2wfQ6er/IfokTe/aIv4pGfP43xP68gc2C03j2Rr1zxjTsPnY4fY0QFAB1fH96snwAgXMBTMF4fwICzkQ1Dc16R8d//Ue++HzmQL77n9EGxnwCwfA9QsD6Ovv3fAv8hfpOw4M8CoKARoFGQPq+PPP2gD5/+r07STx7PEvFDIY7BYNJsra8vIi9QghCPwsI93w9Q+m+vTf+BYE9erY6QUHEiTvFfvUGvP62uUcCQvB1hTsHD78/PUd8+v0NezRCQHTzx3UAtgtEOUx9iEA7xrr8QcAG9f5EO/l0CbK/h0HEQ8/IBEqDBoPGRD75O7u/xbpFALy7+TlK/8lDMHoMv+eGOgkyyw34EwvyRjcHcvBDVbUEyoRLvr/H9dFNss1ZhP4amEr2ChBCdDjRSb5UH45/yBTBBsNIPzkMwfz8RRUrk0RMfoD6N7suvvl8Mm0K+ALzNP3JsvOwCqBHyI4PDzTTuPRAHjZ4gihRSXVSTDvAy728x0m6cHs9e6uRcRADw76vd/i6k4pqPEbLvpSFToRYdTqBxXezQ4DHAPZ4cDz6xnpWxct9fnPBwz+KhT25cu08RE4Bwe/FwoT5zQhXjwFJPAHLyIVN/0tPaLr4eDdkxq+B+3sBSrl5wnZ5bwx9yPrHv0xzRZw5SZ5BhjOKPbmJx/0HzMrB5/6u/oB6QEB7b3NoIGpKevNCf3zM1r5NCIJBQsiNssa8uoJLPE0mxt0YGgb5PMmECvmJAXq6/TO/+YeKe7bNvsELvIw8DYFC8/gD8L6IBVG4CDqD+fXIsoK9iHf37ezgpfSGBoU4svkD8HcBuQFD7/g9AQA1NnYEsvr6BW26b3U+9m1l8XhzM0Fzv80V571ze0AFywwCCvs6/4HJvD1xfXLL8kc7SgP6xofHjLx4yn86t344uP38DMBECIlGxAN7sUK6NcT09zKxurelKvN8+Lz5Pzd6ejRFxMG+hoB4e/57OrR7BsWEhzvDiwW8hky9wDj6tDf5uW808bSAPP69Qod9zURxu71Dgb0AySn/fXcG+AIHMva5AwF5uvo5QcDAPXtHPz4LCgj/jslIA4o8CsG9tf6DwsoLlLmJH8WEyg29RcMHBMPLxriFRv3+/b57/377gUHxc+1hsbGyt3eET4dGCImOCI6BPXr79kR7NvsDgvlB+308QL5FTocLxYT9yEP/wILDfTvEvAVG/w46SAd+y8LHyMi5C/VIQfJFyPm6SLiARrN2Uc0BTE18CNFDuwz7X8l6S3p2c365eHK2h7QAyTc7lj6EOE3DTkqRzo6+CUm/u7cOeIOEq/d79/z3wYUAu3c6wIH7AXt2xS51/oi+1g/D1tbAM/C5rei36qq89re9d348BHi/wUB4/DL7vPYAcyxOvLcE0IqIRsT9PseBggkBxn2DR70U8wnHE4lHhMxJOkv8R7q+BzGJAoBza71FdDT+OQE+iEiA+f73+j9AEHwJkHZDwbz/fws9zhH6/0u/7LPxrO+m8ne5C7n+AoV4hw08d7jHxLZ3ykY8Bf+xSMH0e2W3/oO3+jq/tkABUn/BmNZ3047KfrzDOwFty70Ffc0FCvr2wsyNSf3BuMK2/T3+dPAFunvJ+ETLA7fIQQLPz8e4uvvFv3eEfsOEyYZAH9hDn81MgkZKxfuK/UA/Q3ZA/UR/gk26TQm8RQzsRQf+ukHB8DCzOvjBRsOH0JMIgNLLPr55vElDvjWBeMj49Hl0AUDCgLiFAL9/w0YKhHzIQsmV/0K8f4d0ELhBNYS8tDX6caRytwO8yYfEyFKzz8OACMkA/T8LBTqBlNUBR1RByQKJslH4+oh9QAU0/VM/gB/ziIsAtnIHrDv/hPIDNYyCBD0Jt342S8dTDYkBhdRGQfqDygvAFP+4bgZIADuNxrBFgcWA+3k8dL9A9Ia8Pv9FfjAAPrBA9vO7xQAKNcDKiMABv0Xxw3xw6n759P5CdwKJ+nS+9TrAuhGIuoVHOgiGAPP3AAB5+wDJi/y+gbm8v0FDuX8B9P16wER8B7QDhP3+OzpARwoRP48BPwFDsIADyv74uPn6EL/ESMfGyEglYe42MvZr8qxEhsN7xLHH0IzBvkvLtbc139c9yUN59QRXepj0gve4xv53Rjl2hz0Oe7jENjrAOn99bv0BQYF5P9DPwUpZSdWACX6YhwhAh0xKarKxyMr2wUUFgnbG+44ENkjDq6oUr3aKN71/RAGAhPV9PT2+SDwHhrl4vH4w/DVsvanycG76wTD7O7dEOexRgkm89Tr3EERIQ862Q4iAQkKLsor4QoD97UEz/HVu+ELDPjtJwD4Vfv6KQYsA+LR7BoH/fYbr8kGGPsuEeji6QEXHRQa7t0QAeUK1gI7Dizb+h7rANsPCjUFHhkbEQhNIh892vi0/tYBF/Ie8/kjGiMT9jHq3RwgJxU9N/Au18vU1avRxYazE/G58x/YMyQ58+fv5ZESz9bO4MUUieXqr8/bL98OJOzuDer1DwuV/6qBAMK559EE5RMz/Aof7vEU5/P33frbyMPR5u+++uOr8fUPANcTv+zmIhQBBvTs0OUaz7sUACb76v352+m4qbXaxbjkEzIXBxNI7D0oDi80XFFEOisi8tcE7AoH7zHk/tfd4qPnD/T37QcBAPu44e38liIIF274q+6M0h4aAzfoCvkY514NJzsaFysE3hAxEAwS3ufb0TJl1GJm9jMVNzAF198DrS809igo3wwk/whC4B8jHEZx8kY71wcu/hwr0i8O3gvz5if38F7rRjDht91y2fJ/Hh2ZFv0c2dVR/LYHIA4Z2SE0+gfuHz4YRRnmJgvu91IB3tXt9d5M9BBF6gBa5xYN6wMgLAX09jT/9i0IzwgA/Qf9+RT2sb63Bi21974ACs347DjdHS//0AvgORi4Gim/LPQCNynjG+RM7QIC4cjiFPTmNwMhBg4xI38uPx3gCA/0+Svl5/wX9f82CRoAJwr49+n0/+AP+AYT1xHp3TT3FDkM0v4IMBPpCATA7Ofj9BL3COMB5B0X5wr2Egzn8l4990wKEC7vNUIMZ20ERP8FLwHYExck+An0E+3FEef2DyIw+QMTFG0iFS/w+QzDOwQX3ur21BP487jc49LWI/TvPfbq6/ER0+0lvNTk9OIJ294Q7Ovf7eavE+IDMBIF8Boc/N4oEQf1+wEaAiTuFzcGC+jf8Oz/1+Du5wYW6+jv2Pf88yj9/wsKLC0w+BojMOf/1MEwueb1HBDz0AMU7kYtI8o2sw8i3Sfc+CAH7jzSIu4OERDu+dns0/fRFdrs2dwuwiIb4g/rBv30AxkcCf0B9A/x5OTULPH9xgN/z0Ex8+r2FEvcWziVACwGITK7CckL9PMZDDTq8P7FAf8JCNol7jNHywoz/0NL/BoFBLb6txUO+Czh+uYj9hAF4iPnB+fXKrPq8+0d/A0jIw0L7NgfB+sAz8713gHdJwQD4O3pChDxHvkq4RMB7k4Q8gUTJ//gLdP/KBUE/SLyExAIEBfFFQT3/AMU2QIVENX84uAQM/+rEfs16uHp2iLFIvbLE8rpxtnJ/S6l8uLoF/EBHiW3I+7LMCsWS+T+5Bf929otySkM5fW+CfohF0AXbM/6P7UG+78KsLzXBxyi7MjWgfgXuv8EWPMO8Cfrz9gZIkYQ6+v08OgVz+DQMuSp1+/E3ccn9PQCRg0cFSNEL3fiHDHbGuQL/CEc4fHs5znrCjvhXyZZIxq85i30RgX84R8K68wJVf4vzx76+QBDBVIGQDzbQNjvDx4wGyntAAHh4eLvFwX4CAnLJzXbCvjnG0SG8yDx0BQH69EABubn5tbV36rOrqWp6xb/1o7DKvkaBxIj0tLi4aO2/av3zpPjEi/d/Dn6EAkeytC74O8U/uUJ6wj3PVAS3NCr77vL9OkLHQK7HP0f5dkUDtb/+i8yBTgzATQvWH99WDQqFdIUttkRA6v28Ab/9f3pMSn04PcdJ90JCf3kDgkaISEKDUgFNUAOBw8D2wXk6OcVHurTTdu78/nTTFosJF43ERYlCKfi0cYBuwXtEdXwIP8GQQIx9fvw1Rcy8+rT19300tv64ev74AocBAs2xR8ABLPZMuzKJQcEPGf4AEEwJf/uLSUU7VMJTi76DQniy+bzEg7c5e7TET9AJ/X8Bu1GAWZAKisMCOer8bAEt7f/zCoEHt76BvfwGgEjHQsf9fT+AxQZAF/sVjTrzzce5P4zvLbiA/bUD+6rm77VIkPq8d7y4OcOCOQAuNzP0cQT7Prs1M8I+9/V6OfR2cAO0crk/fgZ5cnZ5NUI3v3f2SkIGfrwu/IS9+4jSjAmByXcyhET6AD4LjQLAg8fMfsPBDkoIBwHHv4MK84EIgDh//wGJUMifyoAUUsw3sfF4wnF3N4a3x/SQkf5Fvzh7PfeSS0F7FNC0vPQLhkWC+Pv6b8E8S3QJpfP1gf2L/ITVH/bGv8IG/tQ/hUYBt3fCg325fUS3jQZ5M0D4Mu1t+C3yt3UNeYXGxG3wujNKE426rrKDfz95yPw9x8TF9cICt4S5x7h/ggrAAIA1xr6KzzOVxvy4LTzzfGo7AL9J1UfFAzy5tLkC7IAvPE2/tAm+e8K3jALsJjTTu3qCUjMFxDx+Q7y2+kT7NAV+OnvKMjZCPIMAPPpAxnoNiwNz7/T8sa62tbb"
}
},
{
"name": "stage3.2.bn1",
"inputs": [
"stage3.2.conv1"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "pG2NPj/qxT5MvdQ+67m8Pig51j4DwaA+HEPUPjtlyD5KJt4+vd3CPt2Kyj7Za5k+oj+fPlEGqT7w4aQ+Kge4PhHfsT54SaA+kThpPiL0oz7vU9E+eLi5Pm6I2T5FkcE+",
"shift": "t2iFPpQUTD98Nw8/Sv71voP8Kr9+vna9J6MuPlthC7+48IC+2ZALv2CvCz8MI9U+IEpXv/iv8r58lAW/L1DwPgEynT99Tk+/z1xUv82enjyl0QU9uS0XvtOkz75ouhs/"
},
{
"name": "stage3.2.relu1",
"inputs": [
"stage3.2.bn1"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "stage3.2.conv2",
"inputs": [
"stage3.2.relu1"
],
"shape": [
24,
4,
4
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
1,
1
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
24,
3,
3
],
"scale": "mFYYO8ki5jofEu06JQv6OkJo7To+YgI7wd4NO7cH2To9ztY6l9biOu7h/Tpc5gs73UEEO23eGDuNUO46U7IPO5vG+TpOjRg75zjjOnyNHTt0GAs7FBYFO3szMztDBPw6",
"values": "HWY+PkkuByBLDR8ABRgCBvTn9Ofq5uTN+yMP9P/fDfMC7dfjJ1QAKT4HDOHsHfT4INUSAiYSBCDw28sGCOPMGbffBdybNwjOMAQSItoJ3cz09Pn48QwIBB8Q3cvi5MbVFgv0KTpBGEs1DCAyDukDOgYpFScVDgv5EQL26fw2D/gtKkEHDhv88OHtChf8CPnl+vCm6+az6Q/+3Pf8KywPCRQaDBIsUAwsNzZA8gIkDCc62BpHENvtAs3w3A4aDzMGu6qBz7mcSEQyEi/zMuUPEwcTzALu2dY+3MjS7YTVzZ7ePxvY7/2/EPLyuCED8f8zGgO2tefs/8wDPQfR3Obk8uQ2CTD9KB4cJU1XIiX3R+wm/NO03wvsISAD3P40CzntNxMS5eoi//nPATcb+fjvOrwIIyVDI0lSTEcO/uEK/vL7A84GNPThy/PPBuTb/BhqTl0k20JGO/chEE0r3hgARSwBNP0HNPsxEixGBQ0VGyTWNuIAEX8S9zBB+R3xHNoA+v/4KeYVVTNNFAkSHvUFKfnD2P0LNUMz+xAI0EUg480H/e/QAc7q7gji3+vH1xTUVV449jIoBTMSBuboOQvR6unuqr77CQsD1NwX/P3y0ywtKf4GHSPR7vEcPtcNExAOt+tQBe70CSrwGwf+4+cYGmMWOD75GUE0/L/X4RELVQXCAwHECOEOzCT0Sm07Py0bTiNUDy0VLA82KEMd1/UJISMNDQU37OS69/fw0wn8cUQJRz4x+DtP/gxVbSUHFPjx6Q8K8PPg5gIjJwsJ/tjQI9sDSlE3aWovLzZE7zEGKTRMC0ACEAz6Ovf13OAdDikc0tLGFDPTFBb6+2N/RD5m0dWp1++MGcfk0u3h3ufWA8rJ8C0aCdniERrI+Q3bvSDzCAXpDCI4AEYVEBYL2fQWE/4KCuog//MGGzw76QcnEDDv+NgQ/NvfGR9A/gsMQTEA+gMaCRvA+erKWBTXDCQWFhEK/ycOOiHmLfjVGB8V6toXDMoJ9fDyEPreFNgd5Qz08wUyERkaPhosRDhKL0oCKxP23SnrHugz9jLfgfHD68r0NAgIQiMv2jDkz2AZ9z/90h79BBo+9z4iCPz1EtAh8hX76T3UCvr+38u6+cDK+wLv2usB5+UL+Pm4J/wYGw4P1RndBgsH3BwD3fwH/tjn5gQ6JBYCIenjFeg9MPvNPAk4Sw8j2OLo/QXvzcbHNAeqygobKgfxAN7M8tQP+sb02BBABaadA975PfAPN1JKPDngCPb9FjAM6/UH/tEZ0AHqvgbsM39STjZCMCxJEvnyLFooa3Fdy+m4xO7o48vD4PIcIkJG/ypVF9XxNgbh4f0oCr0D5ZzL/uzSR+sM+QcU2s3r2yHmCd726NkL0u0EuN3k5dXPDf/kKvUa7AY0+uS6m93v5sPXJjUdFClQ3vAwDEL73dXM1c3cOn9HdGFjXX4S/Ne9+q/MAa/5zPjRE7gX4xr89gbaDM8ZALjnE2o9DSQdHgHqFfgdAxgW3PHf6PUCz/MvB9geGAwf/8wRcTAMxMIBCB8OF8zO2BUlxR321eLqHxYcIPEeAxgnD8ZD1+wM7eL1ELbaHOQB7gDoHDkqCf7zBBwgBRABqPre1Nrlkhj6Bfn+6+bk/l34KSb4EigYL9Pqw/v0//H/BgH0DvwGNhbtaSlOL1L/NlcMGr7j7uQGC/dFNt4m7Av94BAgC00iFipOMAwt1hAI2TPzKBzcDQnlDd4S/evN5e8nMwAA+RISKfcgIkoo6egjJSr49NYTLwXdMyQFO3//BTor+g7D4zDe9uv48SkK//MLJwTHBSVfZiYLIF896t7uDwr7yR8UDS4RO9XvCvEDBgIO8gIv+f0mE+wK5Q/sDzAA4tvMxjLhPi3tAQ8K5tDp4h7f9RoH5vzu/ufoDhbs9/VZEOni1vXDxrHmzN74AgwLMuQ6NRUF3+r759Ll1R0TFgL7CSsSyt3d1Nzh+ADL9jPsBSvOlfr22auqEtrWu9Dk/ssB7tJNFybwFQArByLp5wgyzTrp+KXf6NUD5xr+P2hmBPCo6+TWvMrYtRkfNrO4BNEPBNf9C98zFzhTZz9OPQoP4zg0CeAFCToH9fa+APsIHcGtyxdyN/HmRNjbAQHMAsgLBhH1NgAE3CTCEPHrDhntKBH0ARTo/8zSiCDD8/AG8r/6Cfu53xEF/DXjNjlL9Qnx+BHo/8/7F+5V6vYoLgjrFdfxAy8CQRIN9S7sDBMCW1D250cD/u3N4yQE5ABLHvkC/wYOFAH+CxTu9w3y06EyOR3UsgFAJuTEyIG7FM4VCAQMCObBp8serez70CoN5PUqFzAhbd4xXl47E/E8KV3GMEQ+Lt0l//gZLxDK5e8iBughEPkGXSks4Evz9fQ6FunQ52JgKhIxUbXhP9xEGZfH8he2QFRWC7Xp7ygGOyIuXut45QYANbob1/tTPAkaENgF39yB7//VCywl5BdMKeekRw/u8gwGEdEU1rLYMznJD9fr4r+C29Xhz+LewDsg3u1V3h75tS/i6KfxBBrF5s315CLnEd2rCf8T5FrOIPDZEOjBjd7O9fMauKa0k5nugwjOKr4V0A8NTOtFzwcmIQNdAPQQIBAJ7LT66ezbKh7yD/fXTA7+6e/bGvcC8CgBfzMvR+BKNw71APVLQQFaVPQr9vZA+McHALwJ8uHu8BArI9X32v4dA54a9bLsG/0d9+lKCPHuHArcCxfpHxoo2PlP7Pg/7L0ExO8WUdrS/vIeIR0fSjMK7tcK/iO/2dkKENHyDcP58uL0EwfY4O/Z+p7N5fn9y+whAAsXGOEq4ig+A1csKygVGzsw6T5W/S1jCybQ+eXbEkUhzADrGvKK0bqzyQgwEtzk6gQD9Pva3OgD9P7fPurwJyEBGS35BxEPBhVAICsO8DPdE/AlPunrE+gX/Qcf99/bHw8lMSQ3Jd0+gQQR3vwBARjI7vsPJR8yMDp/D3ZxMSE7JA/59xO6KOMKHAbhUC5L/ULN8OL07OT9+iPs99wBGvb8xMcN6xn2F/1MH/YBDPXTFPDYEUr6EfjU4/3X5e3RGd3wHuT7yibz8esMBxUAvPokA+DN+RLuMdzbBOrXlZ27oqicp8Ch7tbS6gbDrwXqFAgyFdMEBzUq+//yIwMfDA4e5gkrLgDU/PLSAC5GGCk5FiQH3KbkMu7y29XZ+iJC+Bt/CB4+EzD6XSsZIQQS7Rg7B0f+6AQXzuy7xRrOAdHk9CXrDP//BhzmH/8iGxIj3j4u+BAc/h4J5TT+HwEYGisKHgMlAQwCARgC8LwGMRIq5O8Q/QjX/TMgMU0ZF/4HOQUC9+D8PvIg6/DXwQ7a3B4E6NDkON0RC/Cqxf8Y7O8u1PfrJTRC9RLqEhgI+e8AAvrZGeLs7+fvsQP/qtLjCxUKycvcwMK95PPq9vQG+vsh0ZP2zQzQBuABBvMSEAwh+M8q+APr4NDZAN8a7WX6Txv6KRo3AfHbzfL67UYr5eHgAPn+6hDuHiHSA/Ph9uL5PEcTNlwMFDHzFwHRxgDPwezDFL/25gAEHNobDjcsDTVwJlwHuwIYziwC1wHbIf8kHSUhFA668N371BHd3v/9Av4e5yZk8A3y+cX/srQRAbznQyknEUk5DTA4+uqwFbwl6gTy7MAx7b4uKsS94snrgZ21Aqf8+DvqRz0K9lnM7/Tn8CIF9xAtIWEaP07i5fsBJ9nz9voc2vst2ur1y+eU0+uv7iPc/e7Z8wPSCyshET8jBzr58gnt/9jdCgDfCt/v8vr/4NZC4fr8EPv2NyHbCOvJ/QHg5QLnFDIAHkrjHQYs3OTg8hga/gTc3uAa5wEn6Bb5Mxn+0PwcDTHsFysR5vXnv+sMFjpHBjPQLCvx693t8uEPzeTZ2ecK8LYEz6vu4s7wAsPM2tbXFVv6fynJEgAQ1eTZ46nQ1OT6A+Qk7h765wPnAAX+17bq8uca8RsROij+A/Te1c8L6QgV0g4d8PEGEPvU9PcC6AQN8Pon+SQs3NQm//Tl6eXuEgsM5ufO3aIEAjtfBwIU4yMTwPUdFjU8Dhb9zxcqz+cpzvwmPzAnUSD8PSGtrs3j0OEL3N/+G98LKjgWdRDSE9wGA9PTFPLSmshW+yw9NWwoEfbO4cD/8QUXFP4Z3xFS8xUtJyQxM0QTJBoFwcLTwsC2yJTWG9f8xtPR4+yqwho11wAs/yJeINvSAKqn/aqZ/fHI2vTRt7vz3M7Ou+IB2tfVf3liKgEoPCvR2AE3EOjmGDIX5829xMwP8DTuF7yoHKTFndnTATwZPwVEADsqHO/E5dHsvRNC+y5YxhESuBPZ1iBAJzUq5Cg4DAeq8p64+PLdDA0x1PJCEtc0JikNKh9DMRz6/RMB2v8M1yIOCdr88sLcAtCoHxALG0EOPR9LCOVfCut/Lz4Osszk4r2y6fL1C9n+GegY4vj+DAPt0tr0yPz51sgQCN7fxurg9BUz4f9i7z1tHuwJE/b+qsXdHeOvByTVH9PVH9StxJvX6dvz59P2raju9dnjFAIJ6t/7/AcfwhAC7DFMHg/u4jQHDx3tCwwWCOLv8Ac17RsOKx0/Hy1aCCkMAAM7AMI1Hf0JJ9gR6/MA5QzGDP0Y6OPsASwZDf8O+gYOwf8HFSD230r/6ygUMwjfCCoj++kiJfdCBSAEUQ0l7q/KOAwEIiPo/+wUEAb58NvmLEYjazVaWD81Nks4HDFMIUtp6gsKNRw+RO0pBBTz6iNF6w4O+eDWAgm/5QAr5fTo8r31IO7SZBQnXlh/Pj894+a68M3oCt/73y3/H+o9Pio27Uf06QYbAxr7+xEm/R414gntJz4e8fcgFAMk8OPIANYOu8j83vzPuN6z+g3gzA8sCgkk9hv72AMt+SVVRTBD7DIhO/H/Bynl/enc9djhEQ+2zvEI1+/21v7NDvsoIfLpF/8W/Pk5ItHw+RUD4eYPEM7Q+PPE6dq+3/Hy7OXbEFIe7hEQEAEVFgQD7vH7/AMD/eIK/wH6/AjpC93WsQYpLBHjHD0l5dAXJizz+x4FGUAs6/kH0b601cba+bnu7OYZDdzH1xb2XBg4G29/Skol++ft1779+vM3BAZDLD1K9/0bHykiCSsu3hMGAuz5Cz0dG04lEvL9+wDK8v37OhssCC4NPBYQHvri/BXu4hT4HAw6ETNEHewlKgANJ+sW7f/30Qve5APrCwH/AgYkCQDv3xPX9tUiEh/+MSUcV/wUFywy/xfSHMLK2/HtBgAa3Nuw7s0T2jI2K1zvM00g/TNIcwouImH4RQUq/APv58KP9M2tTT8VIlHz4CQbAj0TDz4bNz7V1/TL+/+5+/z0NQcoBcOz+vwicN0QLQQRHgoHDRQj5fMVJwcOMBMrOUAiNUIa8TXRABDmJRcqFF53OmBIHRI4Fff4FX8tDV8M7iz9FwYODjwr9a+kv7vgC+X8IhsuGf4RKCxM1gcPLWRkCjJ+/fc+6iIVRx344sv30cLU4vwjFuf93x/l6RcQ4jk4FQcsGQst+vHmBCvvAgARPTQAFBTuDBIKCgjzFN/8GecM8eHw+eLd2PHo/QgP8wXnF+Qb7gf02fwrDigSC9z17gHNx/LWEff1J/vxChsbIgPe+CEDIQ/uZlY/d39hNnpVDNQQFRTxGd4OIhsZDxUSD+sP/hQS+ClLDB7y8Mz6C+L5QBcg98q49dvO/t7VEPH5wgMq3hTlFigECgkfKw/60xAVH90T/gfyHxkTECH2ECTgxf7z6OflvA/dA+4s/gIH5fkMLjwWEBQYGQIKCQHR7BHu7PjWAs7p79cO8fMQKGL1IfIBJfcqC9rExekd8uYE96vJ3PbvyiQf+FQ8Fmwqfw/w2w0BJyz3Dg0IIvD29cv4Bxzt4tsDAC0XIcLr5PgG0r/q5O7/KjknEwhILvjfXST7OAPrGQnnBP4PudQVF+7dCCsjGvMZ8P043RwsAxzlPO685S3k2vLX+vv5LW5tOxT2Rt/L8ufY+0BMIgMR/xkQGTb5JiHgGzrrbBf3GwZk79ge++UC9gwGCPEu2gkoJBkd7/0T39vw2fpKJOLOxbIe+Pc2BynlDjjiyBgRFAAQ7RUIGw9EKgk1Lu83/ge359ECEij0/A/mEgrzEQzg9BQVItcaAfL++t4DKEUhEltiNFBJ8v1TPTPgEkv3HObkGO0GCNj55BcG1tUBKAT6OPEtMSVHP/Qo6ZnCtLv1t9mwHVlpI/4wXN/7EQomQxFXUD0O9CjSAdrM2AfwdyRQNl0LERsI9Wo8FlIRO2ZGfyXS8hsE+/jw4Mz4v7zg2tLZGu0q2dAARff59ykF9RPcNfUNDiAWQzkqIjcaywwULyPzLyUKNREiIfIOHxAf4src/d/c0vHUAhAVJgf8CxgVJE0EGiggSA/v/SUJIBcH+u7v8xvp9R4IAfvhLiceR0J/JCJDDs7U69n2GRgEAwgSyRjk/x8RCh0R8evwAfzbJgQSDxsRPh3/6/4iFQLuCQnkHfrs3+bX7OTu+vIJ6uj0wb3W8zHdGh/7++TO+8vsCR8AE/nqyvXnxuAa6PrsPwoTCxcXBvscECQZICUbCBop5+7V0uL92dm53APzIhv/+x0JKwwVEAH8BvEh9u4H+uDfBOvs8wjU+vy66+b42R/u4hcG6fgxAjIqFxcPHCtC5tgTGcX7HBz3KerYGd0tCfQgp8Ll9Q3WDxXH8gUIDvrjDwL7wtXHIv3Q1t7L5U4wHismIAEl37HpASvc5CVN7uoG88/y3Avp6inSz+315Nrc2bb45OrT4jYJQFtWDCAmQu4H7g9aEEwVE/0m6wMX+RTA9doR7jFG1QDQEhXS7ivlFx70kfADNW1eI01DAAwo8Oa+0PK5D9vcDaToztbwvL3j1NGN7u8Iwu3a50L+AhQJ/+wmERs0/i5FOiXnLWUWVWV/FP466OwgxKq17eAG"
}
},
{
"name": "stage3.2.bn2",
"inputs": [
"stage3.2.conv2"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "t6msPx3umj+1tqU/cg2uP+h5kz+4Hm0/KRiWPydksD9IlaU/Y4agPzT7jD/j+6E/k8iXPwSzqz+mvaA/L7iPPz7XlD/15qU/ZAaDP7kEwz/1n4s/+32RP2J40z98xJw/",
"shift": "prq/v2fNpb/kVh7AWpKNvxKN/77FHqG/QqXkvjz9Er/pdYm+yNRPv257Db8PXbW+pZq/vpmKAj9OU1Q+xdiSPmhmxr+a/oe/ni6xvwq10L+9aXW/MTLgv/uuGb9RUdO+"
},
{
"name": "add_8",
"inputs": [
"stage3.2.bn2",
"stage3.1.relu"
],
"shape": [
24,
4,
4
],
"op": "add"
},
{
"name": "stage3.2.relu",
"inputs": [
"add_8"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "average",
"inputs": [
"stage3.2.relu"
],
"shape": [
24,
1,
1
],
"op": "global_average"
},
{
"name": "flatten",
"inputs": [
"average"
],
"shape": [
24
],
"op": "flatten"
},
{
"name": "head",
"inputs": [
"flatten"
],
"shape": [
10
],
"op": "linear",
"weight": {
"shape": [
10,
24
],
"scale": "7sIoPAhBJDzj7wQ8ygzxO+Oi/ju9FQE879IbPEFbGjzbnAg8HZ0JPA==",
"values": "Ngx/B79N5/XiU9yzOuSwyt715O0ZAbz3DCA0JvCypVfZ88K56+i/281If+NE8wDNshD049h/6Nrf+UUALUgeMNNGIsD1P+gSw/bcD+8tdfQhG13/f2BS+8bKsh2U5w3Ratoh0Md/ruXCZ92yYSQ6L+XbvivWoOQyqvkaDx/UBxHZrjIygasjqXj+IePteMVgdNnUGn/lG/4bE6oc298O8RHWHhu8wTXQ/tLE4EO8K7oqtRBI2gIUQQvZk3+w/wIhvFb9PeyBLg41794tAwmy0xlS29tZRiTpyd2w49zuCSYP7xs0sQR/Yjm5FuFh+yjr"
},
"bias": "pqodv2W7B78L4QQ/Y852Pn4+l72j7J49ans7vjhkpz6Ub6E+8o0TPw=="
}
]
};
// sha256 e4f78e3d5b072d5d1a83452d27d924d7b0c3ee00a4d2c740167fb2754496d4c6
