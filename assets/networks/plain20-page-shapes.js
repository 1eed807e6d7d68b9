cnncourse.networks["plain20-page-shapes"] = {
"title": "Plain-20",
"record": {
"plan": "plain20-page-shapes",
"seed": 0,
"network": "plain20",
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
"seconds": 72.5,
"device": "1 core of AMD EPYC",
"versions": {
"python": "3.11.7",
"torch": "2.14.1+cu130",
"torchvision": "0.29.1+cu130",
"cnncourse": "0.1.0"
},
"commit": "95ef6bd28f3c",
"date": "2026-11-22",
"measured": {},
"test_accuracy": 80.8,
"test_accuracy_of_32_bits": 80.9,
"made_by": "cnncourse export plain20-page-shapes --seed 0"
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
"scale": "trDZO3HgsDvnn/w7kkSKO0retTuHgc07",
"values": "+N3wVnYgD+no6cT5LH8WNPPs5u/1QG8S8ef4QysDSiCuIqqBImX4VCC4SZCSJUvuaDyZK56B3hbBxWQD5g8H8f/avn/27gb56hnHznol2yH86lQdQvBD3QSB9EsfLepezqaR/Gso7OZO5smTH8HQ70AEXyy7LdLc0zn8bQG1J73/5TX9fy3GUTdEuoFpya4BN1okw4xy2K4AO0ZSv5lo3qv+"
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
"scale": "2xOMPrYzoz5OTw4/glQYP0rzwj4JV5w+",
"shift": "sYRPP4Q6kD8z4JE/rPycvmQNXj/W8pM/"
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
"scale": "IPPmO+pG4zukheA79N29O2Zsvzul/rM7",
"values": "Afvc+tPz+f0i8T/O8+yB8t3c/cz48/8GCxY4ETUa8eLu/gsGExOw7NcZAxz/Db1P5ukuCgL95ugS9DAq/T1U8PAkuftWmc4kPvfi50msx3+85hEi6hw66ezj3RosygAJ8jBIwM/Aatf1LvwD7SkV7RymAvoQ1E1/DkEF+jLE8g/E6ufBDg8cC/kQSe4p9ijrzj8DFPCwEQZTRbHPPegt0yD8Ewf17bGnOQQJ8/DoMDKvCcLAAAsMzatBPq8/9eTSCzDzww65CPbcHPrVVAn+87Htr0AGgc/WHv4JSX9P7MrTDrbCGj/mATkj8OXPUFLfpOepv+XsDdXvzBG2wClCKwaW8bYQttQtU7jPJVJB7gPRJVAC0e8wHSkTUhH7Wbm//9YHASneoW708t/TA+gm0qqo8h0ULu/wOPwy0evNHeL3wwyB"
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
"scale": "GIkfP4tMkD5JajQ/6ZvPPpgS0T6gv88+",
"shift": "KMqTP+EOSD8e8L+/uYfbP+Dqlj9vDEY/"
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
"scale": "0urCO//V9jtgvMY7fOzkO+lm7Duck8k7",
"values": "Vx0E1tku5v4Gon8Nsx36/cz+LKEO3g0W4qcOO/vrH/Xg+MPqvfURwyhbzI4AxLmlstXC6fPq6tIJKe7xJgPI5er+C7kjBcrY8y4ZJfXgPtPozsfJ7gT/7e7n5n871ZseBPbN7fz3AN715tEq3yvjf2YR1b/V6Rc18uEAA1sb7xTTSuLp42ADUVkRK90GCdv2wNXMsMEtHEcRHy3qJcrM0zEQPuLL4sXdrtrzMycw7z8BPOu/BLiS14H7nAFYHxPuGwrz0skY4eLfByEwDAESB//Y3PIk0+MV5hI0oe8cgRYhHpq5VM/RQsq1K/jZRsrMJZ+z5QGqDxAEG+0N+RsdEc3WGAfdJ7zkPwvwK+/tHNYIHPbtAtbz2MMLYdbhKy8qwgMBPy7fvPgF+3gn7SVV8McLvMkG3onAMn/+NNcINwrg8T8p"
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
"scale": "rC0OPzuBJD/IpR4/LPXBPlF2qT510B0/",
"shift": "sE+xP74eiD/UEYG/K9VGP7EZvj9dxmK/"
},
{
"name": "stage1.0.relu",
"inputs": [
"stage1.0.bn2"
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
"scale": "4J3nO9UNkDvizL07MCqNO9DM1zt5Da87",
"values": "yM/kDRbhfyPxz0gU8xgG07jvZSGd8QfbntkD/QweExYoUjKxzPYk+QDt/7oSzT9j3xj3AOmwFjknuSkf1fUFukPt8DG7ZEIz82Zb6AgQGAsLn6hMuMYcHfzZ338x4msG1SQQat2k9E/gBCcqIAbjUjPICCTz+T9PzSLvt5qo+OCauPr2wix257bLwc8um7j1TiQ6f3guIQXqpL/ZDUX0PWMiQD2r81t/G5wc8eXBXSj6t24XttsR69HFD9og3C8e1scm2om4Ao/wKaoRSxobp9v6Dg0K32gnAe5ADsg6DOB/L/QwCuQO2+feCPDk28XXscTEDcDyOLveAQMoytIQFQD1BA8FojUkmuQp8N/O+h9Gy9tC6CFHR+2BIFrB/GEq36upERrHET9QodoVydsICR7TNxC+6CKP+e7QEBkwTEqt6d/q"
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
"scale": "QbMRP52nTD8pMOs+WL5EPzeOND/Zb0c/",
"shift": "dNJZvhnSE7/DAa8++kavPbgenT+uwv0+"
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
"scale": "mqsGPGaClDtw2qg7AybTO4wP+zvFIs07",
"values": "Lvzz++IA8Pf05tf1+dvYPfvlAMurDA0dH382zw04swYn2ezt4irf0RgFIBAK1Nf3ugwDzxQc/1BZ3zIw0+u3CuLtE+MRPv39GuGs7i/DMH8+6/PsLEjvYDIIM2XpJv4N5OYQ6xPUGcS9NN6gCAce4cnZ1EC+bQCq+hoT/Nvh5X44geHgouzk9CDy19rBGM+wDLUGTMIX/7HLElYPp/Dk+r2ZFjo3/jt///AEB/EcGdX49OoS2ri8zR+/wdegze3qIPLIUwXZDvvc/vIYBMwX9aXVGcsjItX95vvv6AjG7+XjqdgI9dfZBs/cBgHHHe3qIO8j6d7y9e66KyfVCDAa7fM4vK30gfUw4dH9CtjW98rhAvAZ9zRmyPz8lgT5vs79PvYKFPHz596+5vwC58wNAv0A282BGhrQGCXNwOYCxfMDuszP"
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
"scale": "ypX7PuYADD/R/Aw/xh72PlszHz90zxg/",
"shift": "ueYMPwZiNr9I0pE/eBKtP0ut8z/2k98/"
},
{
"name": "stage1.1.relu",
"inputs": [
"stage1.1.bn2"
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
"scale": "CG6sO3/8vDsI+IQ7ZFupO1yNkDtmB607",
"values": "bFtWDhwcz9n/5vTcyuPu5eiw/A31DvT4KA6utoHV3cqt1N/hvvis5zNKgiFNyt/A4sjcJOYeG8zRLvXS7ObvBfHwCBUHHQsc56D+IvKlRk4VvOM+ndRFDvUZ3iBLp6v4NtvT6uYlNxwHf0EO57nKRN+ndWjm3uT9vOP2EuPQgf0WH9wdzQ4KD3THsOX/4zMrJ/Vp3/RbLfTzExAmDxUSBRgUEijbl9im0DnU0+rX0DJF0DdyzNsE1uvpyMXG+xHcPHgk/kbD5tDpsSYpgSQmM04YUVsq8OgvyczAt6GB4i7wTRgMBxD8Ehss5AGyzwef8TvRURDjaR3tH4ejAWxJ/V5DFmkh4tfkB/UHBQe7Asx/r70w360hFdLu8xACAOnt0OXqww8pwtDwRArN09uxVBrZ99E2/czyH/DVG/veMDb1yg3R"
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
"scale": "REnePktWEz+dP0A/iL4gPw8UEj9hOFU/",
"shift": "UWWpP9aKO7wOTlm/k3+ZPkOrPz+Dpks/"
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
"scale": "qam3OzsFkDv8I7A7crqYOy8AVDtfiok7",
"values": "GAEz6Q3+9A4BCh4PGzU6GBr+2iU58O3z8BTs0ArkDlMIbn8e89oK0cv8zA8H1uTm1PwANDRnsb+ygdyeqtjS/xDvFvL5N/8bieDXw6jPYwnO1AchLzUhMzwp7gEvJkoaOU4E+7REBd4MEQrGYk3OWkoU+SDPogNn/UJZRH9oHR9L4AodHRDn3Mnm++OeDsHFySvT7vDd4frrDBIK9+X5D7OZ0uDkDDgKQn8m+fb91MPt0si/Lcnn8eDc/w/786m2xMyutJ/TceWdKtapGv899D73HQUW37zmSVj+ImBFw+IvyN4W5fLcuK3/z/lM4ePLQ5rHAr7OHPr1OEAP6dLY8rqBSTDxPvSmbHIyJ176gZoxvdQrvbvVDhTewDwIww5TD/ch9TEeGMkoOdFU57EQHs/F6e3KErSeAuC8MB4ASzc4a1kJ"
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
"scale": "ohoBP7Sm5j6NaQg/hPcCP/MbFz+nkC0/",
"shift": "oOUtvyrKBD80cpQ+y4GgPypAVb1IaKE/"
},
{
"name": "stage1.2.relu",
"inputs": [
"stage1.2.bn2"
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
"scale": "83p0O4tufTsR+aI71wBHOy5WWzvsW4U7DkR5Ox1rNjuJb5E7lF9bOxFF0jtodyw7",
"values": "uq/bHeLd+kX5yTkuNX9LHTM72aKxs6eyrLDBEuzf5PcfgvJZBsnUHMWf3/UHJyEm8tj5Jf04yMbQ0cghgb7zzev5y9XS59IL+BX8KWf2HjLIUTKtOUn36kwC89/eJyYfEUYf+jAH7gEL293Z5vgXGcgLL+HJ4ykc1ub99s7f8ObLMvraKH8L5M6/1+Tky+Iq5O0JF/C7fE3QFQsoGPshWzYe8JfE5u7aN0PxViLVWumtMOLqivZ+sNso+vp7tTF/wQ0bQA4f2SxD3fMezg73VHhJRE9OaXMbf34aWzLSOv/a6wdMClT8JA/gIdq1J/mcDveqDeQVC8Ph0NpPMCMJ9xjsFwrz79XVIQTh9BNy/EU7KX9JQ18S1vn/7h4NMQwKKx4iAfkU8Nb6H+Kg7t0R2swQzPsRAvk92ePep5rXvMQixe8w9r3r7/bdxcoQMk1J4i9Dn5rV9ePkBNAqTvZCge8JtbwrGwk+AA4OwfIezQXmtNvLrubbHNfb7bkN3fgEvs/NJV5kVldXwREVgdMbi9TO+AM8GwolD/IZOAQ/5ODI9wbPzsrdM+66op6H3PuSBtvawcnV4ss2x77pzsL5y/Dy7v0L6yIp8v03HX9ENGZCDCcQAf8ZAfor2eoDJN4iI/YL5N388+Hz1PTE9f/wIO4C6NzpBvbo6fwyJjh/cG150CLmFE40yv4ursgckL3Zlfj68UFK9AgeFMnq/Nv0COLMICXn9ggH7tjpBPr5+jUiH2p/LyA83un01N3x0PT1BBD6IycRAhb4CQQUMhoLIBQB6OZMqBIE+MQ9Gj4SNmh09REPf/m4WNnBVKsDD8Oj16iFpIvKPvcKGxzs7NjKRBFlW+gbVQDU"
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
"scale": "NhjjPvRp4T4JQyg/i5YfP2NtAj9VoN0+925cP32kGD8A28A+y9EYP0yO8D4kgRY/",
"shift": "2tWSP6b05D4MA/s99mGWv8E0eL4leRE9GhM9P1XcCT8WbUg+24L/voVDt77jI10+"
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
"scale": "ytmdO2/NbzuRgo47B+qIO7n1gTvjMZQ7j59sO6K7VTsvDJY7TCOnOwB5WTu/6og7",
"values": "oKHqLeTUE9DO7v4w96sY/wcWrQVJBO4XC8C51N220AYBARnX+CjSRioEHOXyfyoSayXkAwYL897pDAQZCBYL6+ToAPUfFv8D3Nc62O8zARwQAO8D2dHsLVT3CFD84f1K//YmB66sMAcB+9My1c7ux62c4pa94OACy/Xm0tnvFPPDNzUpBxT3RLgB8YG9H+jvxd8WTgLiWR4M4MjxVBAjP+cG3BJL7PUIAeH3BCsc8/AAE7zW7yEJ99+8xeOzDQQkCcwj5uXjE6zRKhxg+xX776a5y9OvPBEMfyuwDErzz/cqAiQFuA/8Jw+44ObnAvDbYgO+//xyGdgsE6nsPAYHFw4CzsvV5fzDAhD97AdG7t37QT7P6T8AK/O0SkXN8B7hHg4j4CAMB924+AAlDEksMQbU5MfeAwwJWf3WEAXi2Qzd7QELMvMAJB4gswYmE+XnANOv9aLSGvcKFwkUPylGHdQU3g4eSyRa/iUfIhQfBi8wOn/qLjXpAAQiCz/5+LLguR39LAj9Cdz9qwvwDe3QjMet0cSh8ebZ5+Hd3AgWEABa3LjDFDQsGhMfBCIj0XEzt4+6t7e8BPG6MSr///0kv+XovPp8EikE6t+07oEaPyRUQPQ3AjAbFBHrDRPrFTwKCzbABv4GusTI/w7yvwcJpuHE3vzm4vfHL++60btnxhkjFBTGuwsmxzgc5a3lXhocVUX+/93NIeziD9LRPQE5QvXuAR3y/j7TySN70KA1GUAhyOQy5RwQJB6iSyzZDysE0RT4AtPvNe/zCgq4B9/QGczV7gxJERrh9fTlFwxbNgEX/wnkKAeBBFsG+AESBEfq2zIX2fMWseTl5FX17hwr08II8NPp8erlPgvVvSgI/OT39uMN8+s+WyW+vhr53t34+iYWtGcK1Sjt0MfN+RHvD+Pq3s/2OyIWBBnC4MKvDvgYMXAK2EN/KPrlDEc621ko+/oW3z4kG+7aySrqyQg9KuUrydNGiEd+7FJsRgva4x0F8N+4/Afjq+DT/q7bIgAB89oR3Oc0C+ndOW/22RUl9VX2Le8NExOvDP0U8coOCNHrFS8c8eTIzidY0/el+TE7os+stsvREDc41iTDGfMo6C86JGwRuRYgCE1I0AJ/CCgG3TNII35RHQQa16jk5/0g0OHyrbPzxvX307TmH6a1Tfbhx1d/B0cSN+TRKzIH4/rP2KPW3gYeydAJ+wUg8wTzM+HTAAjl0T0+48ZaKgggABgP19Ib4+EO+rzJm4PUDAYKyiE9t7kjHNDw024hHX5889abKSMb4vgo4efi+uwE7dAG3wQlAfnnFw2aIRMHCiEN7Ubp3/gTL/Ua++UC8fgYqQX08iwn3DEb2Pco4yMw8gvs7wb/E8U1OgAP+CAJEtr+FvvyA9vhGbWzKdb5Kv4rMve5KQXlFE1MYTG7cAqB2gjx7D8p1TICU7rv7tq83cGV857LYSffyvs3O/4cYzI5ICwP8c0vD/wCR/CmD8HmCuP29PL2KwD4xe/Nqb/9FUgmVcoSCuH7KODe96I22vjmw4HDAenqGA9V9pXUHzUjFDEQWzcebccTAlkIKVo+tQYF3MoCXyT4DsrKtRUyxdjZBzEvCd364+3r7dvt/9ri2R3MUvm9ObjNXDYEJNYU5Qnvf/bnFjLxvfnZHwclDNzuvSAMNgYK0fTh3yMppNH2C0QBGhXM4gf3KEISqQUK0sb1uisn/l4mVhIK5jTJ7wQa"
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
"scale": "Afn5PoE+FT/p5fw+Ya7fPl21/j7Tpdw+j28gP9Qbwj5bhg8/hHrcPhEI/T6vfTE/",
"shift": "wkC3Pe0t0T9Ttv6+B1njPcjWZz/7V6S+sRBvv/KT8ryUJno/pxx1vrsJLz6DQNG+"
},
{
"name": "stage2.0.relu",
"inputs": [
"stage2.0.bn2"
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
"scale": "0/OMOzZxWjsx0bI7uWSIOy4fmDuSbJk7EuWTO8zRtTs9zbw7CUxkO1ZuYDtzZ4g7",
"values": "zvDzq/AV9Ao2sP7N3BpMB04z8NHBAsuz5+sX8h0n4OXY/f4iFho0xg0kAesXCR0MCAIOIryBBfrwMh4TAvYY/UAiA/rzDEsmEv4Q1O/19Do09dn/MAQpraPL4S8y0fX6LUUdIF0d+gj438f9G9Gj/c6zNvcNBPX/BnU3S39GKfblqrcjIfkPHrb4Kg3uRs3K7/n8mN76/xsxP9Pu+T4Fzf4jJaD9ALTM5+3yCzQeRywK0gb9UhbrMxhJRnpmzum1xvQ6EltqbGMfDx0S2wTk2xXbCtT2Be7v9+2w5NP32NPzywYCvejLyeni9xkG6gQFBxIEBNLtC+UW6dniEvcTAd7zBR4+0/cLNQb1OkD/9PT7BurpUzXcJP/VQCHmfwi83uvGHN/YJurClQ0d/Vv/I2U46/ACDCoHFA4DBvjvBx4BDCfI9sq+N9S8E2vgF+Dc+xdTzP5R8PYYDf4ABvkY/qmTSvGoVBDW8B8b3A0kLDVk4VoY9k1ly+r9vi4Z084hCxHjEUYEyCr10gAeFL+nG8O3OPKyIt6B/erB/MfUo/od0wEkzPYAov5AvjXr0TPnwFI3pTdx9/zD+u0p0vYN9ALv4dTa8/vi3+wVGPOB7/e3zeLmwBkB8TkYFAfWQh88JBkSIQ7m8Bj8KUUC30Y13f0TGhIgDz8tKUQN+Qn/QAf/QCUWLfAxBccO6gwVFgv4VSHnOSLhuiQSAQhj3+73KjBgEAYKNxQYAQnkDQwJHR7o/AE14MoOlzc+sfJj18Ppw9gX5SX18wr3EvDQEhnFWGod/+rxHho758wnCPLOEQnJ1inttOMlqtDi2SvW6HlF2kPLgRnq5ffq9gDfu0dPqyPpoMLnxgpE3sUf/gLd7ADp3vje09nEGvf+M/8EbOj55V5HA9YfGUf7PSe038bf68rpAen458Di7AJA5MzpMBASGhPu3CMB7gnw0vUQ9QoBzM7dLhwgJX9j80403vDIHxAV7ADjBPw1LPPEDNme8dEE7xjk8n8vCjtjDgb2AEL9BvP48u4K2uTgCPX181gXNvS6Exi+7NXl2BIB5/7o4efcAgc26fgPyQL+sdsMNgkbAScy4NDv093/8RL30hDY28kAoeDTIw786/zevdnU1OnZxMLkHuap5ef71CoUGVAp7iIPMSZX67oGDxr++PHiOjr2H+O96zk2+N445QMcBxne+vrp3OkVSFBD4hgsGQhJBvkzOvGyIDUK0Cr97ujt2tbVJS0c2/7/xx006hLaf0C7CMgL5Onm/ez8DPQWGfX/EgbYT0TR4/AkKDH26gAG5GX/tQqnzAbFKj/uQR0ImakErOP6v8VlMiR4FdFs0LvkIUxRYl3KItCxBiAf6vr70Cm5yuPL2Bgd1d87IcTLGNTe/+nM4CMIQn+nOwHDqlY+7AJYNztvKQTJFcm4E/rp8t23uAAcxQYqtA0v2/8O3M3f8HJU4AwWvfsPPecoTxAD77XfhcobwUFGCGIzxN0i9OLm05Ly+SgTTxnS9VswRH1YDMoB66amGAQFthvzrdbbqvI2J1x6PDcFAnxTLUDqFO6S7t4D4xV/xPM+JwsyNPURAdG18jLS9vvr2Aj67RO9GPENG+3j4BPtCjQM7AX4R9nW4KjPtdPbDQTq1/76SAMAQdbp+BYkECANKPn/D0EAIToCAsAJFO37My8kAwb8CvwA3MYMqoHRxhjj4//x6xYF+CMGDCbPHB4h8yshW282"
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
"scale": "ZjQ0PxSF8z4+zQo/8tzJPnEVEj/1ciU/nMYwP48T7D7r/Cw/wgU3Pz2fET/8xRo/",
"shift": "DvkdvoqPLb9TgI2+f7NcPzbcmL8jVJg+mWz7PaonID/mj+C/I2HgvkTDAL/1lOu9"
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
"scale": "6HOUOxLicDu3LD0769WFO8QyhjuKbJ87TSJpO31+lzuCH1A7JiBHOwkwhDu+DnM7",
"values": "9PcW7vn3/O3i9R0Y2ubHIf+vBhe+KFHgMlPj/S4T5fT9G+vlDM7CaPQiJv1l/PMO+ksL139c5AEQ5OT70MHtEubw1wsnBNc48+KuQ/Dr5fkj7fLgLCXVDRECxgA0sP4X/xfkMQ8W7dDh8BL/SRYQGQbN7fTRO2FPXVENWSvgElRW6CYu6A7dPgL4EfsiCui38e/bBSrRyxvG3g3dSdo2Tkd/BzZGGiYZx9T/x/jrDvjuFMPiuLn8CFkNl/jwrd75zdzX2Aoh+RH2EuhMYiMlCDUo0sn/3f/LPSg95Pnz1uoXFfusydbUt9K47wrXs/kUpsbR+OqTwOvvADL57RVX+tdJ5IH/M7CHcAWeVQawzFYC5CAXtd5cnswvogsP9KsoZkHpAz0WpflDJzTLNR0G9rLcTkwVQSIj6O0s/SHn2QhcyMFV4svmvN0J6cjXGilp9OL31ebj2AgT1P3OC+7KEPs04PF0/Bh/5y4VFxrt2SEJAXT05w4p+SQi+CH85/Dk0OfvDAIzIEDx/C0Y1vL4zuII0NAvLSoEOyXqHfok/9u2Oz/fDjPcw/X+0dIW4NgTbyf5Syj5F93Q5Rjv+/i926iuxyUSqeYQ4woSO7zKCcsFvfYAz/1jCTFWEP3sQa/vD6jnZv2c0+X5/8m1/Myo9+FLBtb63K22gQhcDDbOeGUC1Rv4BkszLH0Lr/veMkUNXSIY4ua69y4K1/kOAwruBeHrEC8VCC0jH+fQ+u7WDRnvJADwDkUj/0AYutzz4tu6588T48rR7tyBwOzl9xb/F/us//rf5M/aAcXEOfrCTO+PNlST8L34Cvsjv8rrxfr9ACMcShQC4wMLOj4qETv6BAXyHioPFmAG59UBtaje5NDyuxDk6gnvGfOyMm8kf30A+0zM0dK68umn79O+zQjXEtEKMMeae9e8CDA2gcEr2Cz7vZcz9bez5SJVxNp5C+jv4vTcud0s+brDQxcQ3SIY5yAk+Pcx2THUREmwZkH/CEdVyef4Dg0d9MLA4w3b2bevLwf47fkhJtQMJaUm5btDAM+63Ny7Bb+tE+kl1vcm1gYQLiwXOfQE/dUhKRnhVQQcXTXmOyt/D+ZCFBwSDSckLDhUHCP/5woC9w4n7PLvJl4YMh0xPhol8uAN/Pc0HvP0HBEmwvgmCAwS3w0Ms8n6v7nm+A1H2dQePQkB0cjYEg23f0c+1vRRn+It3+N6ZBulMyYEt+PJBUBN2AA388j/6fZK7Zv31LG57+37s7km8Mxjfib3UPyyzQE69NsT9Ob6keUW4PBm9v9f3880G+sA19va6+rIbDM+Pz0oDhnlqrPz2pzkONPOKuIWPmtsuOInGBDz4TDxEiRDAQVk+etsWxcA19T43McLAeUZ8Sbr6aj+w+ra6wQH7PoVoyx/JgoovO4gx91/B6gS5rHnIvr3NO8RvtQo4LHs1/UDA/kw0v3xH8QU/A2v5e31DFEELDnszB1CL+4v4S4tOQ4Z3rzh0FFy6n9L4RA87zcy2TsR0/T18O8C4+PCH9HDTj8vFDssveAohqAHmB1j8hr3AUchKicgQBbhQOyx2QTYCyIUJDkD+jQfRf/KMxXcEei6pf4c/TQnBRzW/XX4ztnjjaKo/uGxHci6M4LPIdoWfw5ZIlMjCOHDv5QQ+89THKX347g3gQQt06zz+0EjrSFQYBXwPPP1ERESAyHyFBwxxww17OLZ0rDUC63y+A3NMN4H8kod"
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
"scale": "3FH6PuchGD8QoDo/qE8oP1WNNj/W7DU/jOEMP3+XGD+UBzQ/l6QoPwtIHj/fM0o/",
"shift": "RYyEvYPybL9nu3k+zm80v09S0L084Go/OxIOP9x+Bb9WYyw+6EuxvuQplb/wX04/"
},
{
"name": "stage2.1.relu",
"inputs": [
"stage2.1.bn2"
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
"scale": "kp5iO/7wHzvMrJ87p2FbO+3BkTtfOUk7MilZO5A1pTsPT1g7hYRrO4RQbjtMYTI7",
"values": "+B8KJGHYZjf5FgEbPxYcfx3/wMHw4QL2Igm9HuAtMRz3GDlK+hoQOBLNKvqPJ834B+DOuBHt/RQVL0YjOenz7gMF0STU6ffY8hkn4NP5CL6+/AP3NC3rKfX8ICsNGhEfQ1YMLB8gFBbhIh0Z6vYrDfUOF0atHBhoTTgsJTL22crBudP/5uT0ZsbuaAj0Kxfcsf8BFDESf2T6BdvYBLbK1K+E2BTs98bN2PwT/DQExEofy+UJ+7EeHejBBryeNSLeFFXeFjvjFPI+DNPSUxvJ8x0+tf1Y53NRKivcAQsPCgvv8vXl3vPrAfLm3T4X2SNIAgsl/vG/9xj+/TIQ4tn/CwMPfypJBBz57SECoereKfjdH1hC7d0f3Q5F4/0jzL7A7OTwJkjhJCk15+TB0Oq1wubG5fP16tHUFAvX39Txa9kRUCYbAevBKiVRZFcTA+G3GADKB8W+re9c4dMyvhg3ECkkx+bz2sSBE399vuczIir+AwjYBw41AxQe07zxx4/A3vIa8Mr7PSf6C1JmDC5Fx9kO38MPGEs/8xE/ucCOOuLn4sEAI/v9vN722abqARIsOvEtAfEg5PgH8hEO+UAeAEh+Bj/7CPT++gYP/xQAIxHg6Or45QCB9Pas3c+42g5QJfw/Ni4bVh1rFzoW3iIWJGEAcD3hBCnhTiTaBTTCqsnC3/j87f/m5vPgOlsb/PLpAQzSvLn21ev7ytf6605cut3sjI+WbT/WdiT+Ezfx7MxP+PdFKUTu/JfS/MqgMAkM0gS3FQbc9OvtDyf8IEIdUE00ISIq2vQ7zZLp5J0H68oYEwT9+7UjjJcSyt9ezo7avOHK3PP97988++rBIOH8/uSB/9v2lrrmUR3dVDgH+1YcGfa3C+vG5gMJ6xYOSjz+QVo90StHGG0c8WA+PiOdHQXg6cYGPSz01/Uq0Pn90/YH3DgbDjV/CAO0ye3I+A78vvf6JGvOCGzsm/HPx+3/+A364xYoL0U0IgHUGdrPMQYYAgsK79oSztHX09joB8bX8NHt0vzc+/XaRPflJNrbBgcZDxPbBf4EHsrP8RYAy/8ZEhFCEhRG1Q4Apxj6GQn3GP7qDPO3Y/jbASvR1P4vBTskLzIJ2fb7COcB9wn81TFT0Qx/8OZCCekGF+j2Gy/148wbH/j3BK/lGtITKdAQ4hIUN+gAMkgJ8CPt7fob/tHh0cLYclDT4tAGDuMJO/FFEP435wPp6OUZLPveDN8AHt7ErfjK6TP26fnb/x0EGTX49fnl7wQECRHegfxC00FC9/67HcvrvwHv8cfsFw0D+aPt+PW0uxgLE3EqLwbq5vL0s8kj+DIN6EP+4xci7hwKxv8Yx0I1GTj9riUWMV9qZEQ/vx0Y4toKAODxioHgEsruCei+3CUZ2vj1ANIH3DBJ1SEhBba0DzQ/wgn0uI0KeVH9PPHGCq636OaqzRkv0+ETJ/SXwxJ01O9OE+Lb+ALl28TyGgfn4MTpC80etvG8zunezbPqysXAECH4PCcT+co1T+YhNRP7/s/21OrDqMDFEAgP3/b0EMTmN+v/G/oPxeYvfzXhU73UEba/7S1b3mJL/jcc2B8psMHQzcDv6JrlOCSmJycCODr/RhLrNDHNg4Ee+urEBw8MJSE2PzMP++u9uQx6t9XmFMH7PDrx8eraDcalccq3UvqZJUTXa9/yG9uZI9T/zrOP8Lq3+/3fAPzUA9kC0PUCNS4xTEYf3ykG"
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
"scale": "ZmMLP5J6ED/AJxQ/x8UsPx5+5D4XxjI/y6z5PnshFD9+Fm0/MWg4P/SWLD87/D0/",
"shift": "6FMuv2a3Az6sY2a+DH06vcA/Mb0IUX4/3ikCvw0ynL6gjx4/vFcAv6BK5D62Nrw+"
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
"scale": "MwFIO4EcUjtplS07900vO35Xjjsx/507ZwY+O1dAaTvC7FA75ak+O4UYRDuhVkg7",
"values": "Iwb22efm9dX4OL/wJ+L1SQnUOwYBHPsUxSD7B/3wzgI07v8mKTvofxm/BbqTuIjLwOZdpfxdE+/XydwHnh1GGKLh/hH17uDzCNu899kG0e4DkbcV3XAmMF4JPlEWcHMRUN2kOh0QAzPkvvvUCNoK+Ane8QAlDuLwBdrk58ABLUHcKmp32goaUUPc+Mzm8+34kLjL4w4J5jn0OATwf0sEzwL8G14TJ2EE5fmdsBZQ+wMzPBHX4fUbEfYbGfK51un45RKm6zc03egcCBAGGKjQ+e3EOx/0LkQ39TEqzxZ7Dtvwwbf1MeXTKrj0FLHwNE5MylNXLRu9GfH98+a+zOPNu/6e/iqzuJnUGRupR38R6j3sFlJp4RDpARbhr084CboWJx8BrhU/rvWS+sO2Bt6LGj/1D7xNHc3TPR7RE8334+qa0UYt69C72JmttMIhs9bQ0LzqsA4TVRvOzvWjEmO98BzxFfv0uvYI6ffn1SAQ9SfeDuRB4pDYvYHRC8feDc/ULQG0Qg4CvkQyozM8MOUSBRUFB1YZG18rIAAWyoe//xcOFd690Zz2LN8KEQ8m6Db30t8l0sUH0tup8db+7BUG8AQw+f8x+PnrLP7jNicQBPvvG/X9rs3o2O3K9ufY49Py8//i8Pr83AsGKhYbAPoN9hzwNF02BX9q6ALbx/7eGiwLARbsNV35PWYfzeLh+tYC+v8L29bd+zITJBAl3C4z7foQ4ez7/fD06xLc2djr5eLe8BEc7fcU8vob5unm0dmyFQoaQEZYHGp/5sTvDxUUHEQ+F/gJLSMayRL3CSP58TgP9SRE8AnLvg3+/w8NyPss9+nkKSQSGMUH8OD/AeEF1NnW+R7i5RwgFRH+GRQA/QsSQ/wVKx4f2SF3Ivj3MhYDBvclyATD1OPpudjWDtofJQ885xr8xp3DsJ6t2IuHABhYEiJ/4xfx7xALIQUl7rgy1dbn6eL+17LtCfFBOQNFJiMi4Qm19w+53RH29gkaturQi7TiNsgLCfwGCuXe/bDgFPfaDD1yYSjcMFsZGUkxJ2JF4UB/xtPjCxkI+/0pwdEEIBLOHBXxB+vlEh0vGiGwV0gBzbzs7djKDu/i7Obxy7oixNHZ5f8SqjHts+4kECkN6slLqtTU1ZfzDuPeZx/b1hD1B/cN+eLOxD8KGyALCSo72vYN55wtCtrZ8K7C28reyuq77fIHOg0M4CoWCT7F3eTxv6syDPXz69nu1em4JwglOvzQBBvT4bXXLtWBSQS1AuvC/tr6My8y9NLDIjMW2kw40fL45vofqsW89i4jGHV/DFp05R8n3SAsRhr2FwLQLCQQA93d38IE487SL/7n6SwJPSVGF+s457DhsLEn87v+aBYRLxccGiMJC84R1OD3mc3oHAQQ0ekIAc/uAgsNsevoxwX7Ku/7BxTD6pzP2fP+zwAmtPPIHzBExQwe+NvzHfxXDU0N49/R+QGZ6s3yCd3j/+4M7+sC8PLx3rfR2e4H7yT6GuWcMjSfAQvd8g4NMH9dVHdf9hDQA0jl7h/yMAvST0ncHB7WczERRfmhAceQE785Ac9zNVlJAr3R0cuapr63497iMzXs+BQM1ZLc8evREN3jtRIiA+XUHTgYyfC7C+QDDPf0AfFOzafVGd3H+xse6N45De4WuMetzPPUSEkzsAULz+kKSCnxrd3o5vvaK+8jJDU2SEt/1Pn6NRj9fB4eUR9U5wX13+rI88nG"
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
"scale": "bTIWPwqPKT9UCSU/8g4nP3mlKz84wt0+WCE9Px1gRz8N/DU/Z+IkP5W8Iz/e8Sc/",
"shift": "7UtGPjSaFr9HRg4/LIdtP88RDz+b13k8kPKdP+5G0Ly7IKI/CbIaPhkt0zwwcJg+"
},
{
"name": "stage2.2.relu",
"inputs": [
"stage2.2.bn2"
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
"scale": "Ef4nO35KCjvWqRo7U/sBO6MNKztkgDw7HOQZOzZ3aDtMBSM7bMwXO2EXHTuvPDk7ixxSO2lJKTtHciA7mMMOO923HTsHGEg7m6IwO4QBBjuV8EU7kLUUO2+pCDv84is7",
"values": "uPcCJRAAKVIv+ST/AvTj9wPwAfYB5+TjBO0HDvDj+wPd7gzZ901q+H8xtwsb/MDlzsng+vMMCBhBBvTt7gsfDfcYBNW3AgUe7h7jPvYRMjYvAOnIzs/xA9SINzQ1BxYu8/YDGNXj784NJifnWz0kRSgxLT/9LzYMM1P05Uf2fzUeGGYIysa3/K7mBOtN8DE4AxYixfxJ0rcNLxcqJPQ0sLuswt7g5b0FRBgLHi/WDe4M1TjTLgrMCLG23MGlFuv1yw/+Lug96VAeFOwb0PH7J/HC2Qrv+A/IOjwbXjBb6RwVIWZOTn9f27jbPHBSAiAn3O3qD5vORAwXESz4LxITGzrq0crTIxw2E/YwKsrL/N3V1OfSIL7q6xQG+ve9C+v79cbL+dLx8PILH/31+gn9xPscD/36JPjb2f/tBuD2GALD1+A9FhtYBBDywCLRFtf8EP0dVTn/rd8bLTMgI/8m9OBBnMsZp8AEscLlD5/10cmbxTE//Sdln9f+CBhVCf1AHgj0AwnvOWwOJTYqJ9nzLxIRLdD68EI85Uh//CInHBPsP++5E8zuEeLfJvk5ItXnGAP6O1Uy10wrUH9KF0Q/1iwG82hPHSky5TLDGQPwQNABOSrq9du22MnE7PIhGWAe2zglvenj4gADDCHt1f3v0PX69MrO+ewB9hHRBxMU7wLz4UryCSEJ5/v+7CYc8vohCQ4EFsHYIBXQ7xj4CQIb/PsI9d3gDgDtCM7k2PLSFi4ANRYkLwz+/e7D/t7H1qOn8g0K3sXxycjp3tDK1MLA9tWyABUiTy1CDQ384vjSJQDn9h7pIQ4uBef5CL3kCPcXNTR/ChsrQVhBHR1STDI/JQsLCu7nENfFsQjykqj8Ar2y29XxCbe249ezHcf4+d6iKQb5LhTm7fPO9uz3EBgn7AECw/ba+E1kLSh9M1suRTdC7n9j7SFH6gYR477BCfe07SkH8ShfCf9dEBYO/i41OwYG8+nvOvz4HhPqzSeP2MimwQviEOTi+PL3MhLz98rnGhfTABHyGP7aJSv3DQj7/Bb82yYG1fwUBQ3i9fvs+t4TST8BT38H+TcYBir5H/UFDQsC4bTo6vzt++bO7vILHPAK7gkUISQZ+xYR8C0NBCnsGCX/8tz15/Aa1doLB9zXOEBgHn91QEdUDwr63Pbrw/Y89UjY4N4f/f444QwRBioSSk4iFOnZAv4e8M0IDsfEBbOWyNm5MgE86CE5QTMO7tP6/yEB8+zXFi3jJxwd+ygl+hsD9wgAMunPKNC+8/Y0IS9X5f8PPSdH5TsD3tgE5xoa4xrq278eoNDk+wIL+cwXIPAVIigV2dfpuZqzG+/0t8XTw8O4Ewf7NhAyfzMxEDpH/Q/93SUn9+nu+Kfb7MSzxMDX+UIiChBB0tXTJxNG1uEH3OreHuLWUW5AQF0bCP7hwP0quxs8ASYGGgNBA/Xo7uklzeoGywUrATINDj4bLBMtAxsF5dfa5PP/Te/vD+AEAuIY49r+/yYUvBIaMiX6Um4VVRoA3PXt1NT5J/sHAgrtJ/DxcTbfECQdAR465/g7GPX8YiRbfxQ0IOoDKh0X4erZFOH2DgjiFn8iC8/iIDn1Bygp6OUDFntb5PYe7vEf2vf78uTy0UPc6+f/rtwZIdiiL0c2zNv3/uTa7dTWJdkJ2MfdBsDoJArh5+kF9wf9UQ3hCdPj+Qn5HSYSDTbz6gYJ3ene/gAa8djRC+nYzgIE9M/PBCUaCATR5gwE/w8WDgcW8elGwdkpEAHV2uDkFvPc0tvz0ern9rwJCycXIC5/1RlL0QoBz8/0CO7X8AIVzdP42tjTG+/zPOjeHALN89/3wta2x93O1/Mlz/8MAu/6/N/+/9bCPiDmLOX+/eEDDCT/5efyOi3yf1Hf8bmmSiH8/BXzGTL9OxTx7ef7NvYALzjq6vnHBNn0RRAM9/ul6rva6+rY+e+z19vhueTjNtztAhL96+8mBT36G/3U/svxS1EdTixSOUcVAeasTls5AO4e/P3f2f4KB1NDC39ZBBxG+Uc44jV15gs4y0NlvA1vxhAc9sz0CeTx0w0g+uz1HtTltQsA5Qn0+QkaB1ohXD0c/jQIHiEe1ysgAPgPIyjPdTAddVwVxQDl5OT86vMI1eTs9NoHBM8E+tbZ1R4qQQUz+9sI6Mrq3R764//zBfcNKwqtzPXaIiPND/HcxgcLEz/o+BscAQUg/BX8BvvEIwsSblgVVn8j2eQAJfnhDOgS3kraD/L2CADq4fi2B+7KNxLO/iL4Du3K7SArShbdHmPQ+tLF0vr/yuDi+P7qDRzq/eLcvuwLBxAkSlUGQTMH8CQnRTQbDizq/9sH8SZC1wM41ugWyvJP+hcZGzI6PiMb/dHMBe4k6zIV3gEnEmQSWlpHSXw07AH2jafQhYHSMRv8PBkD7BEr7NTa8MrTGQXTKtXm4QHdw7z6+Pbw9/jwDyDo3NQBEQ8DJ/PzAQDXAtLRLekA+Ew1UTYs/jg68XhoFnd//VFcCSUUECUS8fv64QMUChAABDUS9ikTGiX6JmBAAfEP5wD+5egAHgLvCvHlEwvzvbTY2K7GHfHE8xbtHygh7xb65AkCyw707AAbGBxC+AMuzQgd9w0A/gf83ND/1OzdBukMDfQ0ChH+KRcSDP4oBB8NFcjvOBQIAgf8EvP2ueTk6CxQLn9jxklEL+v4FrfN48aeUUlCIPgA9drtEx/T9/XhDuHa9wX76NEXx+HDafuROeng/NoqEhDS5QsDHzX8CALi2P/zSHA4Cvc8E/rs/z/rwQLdI1cx9Th/0RPW8/0Z3EFDr67sANbMA9Py0/AM6PHZF/0Ks77z8QsC/BkKzdf22rMmyNfNxWQbNm5N2z9MbfkgUl8+BAjY+AvO3f3e8OEA2RQi/+EMIADP7dDp7gMBHCUGCxPnEyMBGDUK3BcF9GIMAzUS/AD3ND77Rn8O4gXYAhUSNk8WBwX8B+MN5Pzi6OcEEgsjExEy6d/rEgjnJhYR78vyJTEvEAoNDiTn+Pf90M/QBBkJHewlBTP50MHx4AAdAiT7qQ8TAB5G/FzcCCzbycnT0dv07rTXzcb/1Ao/ucEwHv3TEDxACPzpBO3YDeeBA/0J6v750x7t2igiGgfj5vDqASMIBUodGA8EJfIAIhTrMWUI+B/pHehvsMUvEALt8v8Y7Qtv9937SBXTLh3S30hG+C0DBuHsDxOjNdcZ7yIYEk8gU1USBEIa0mk8BVfczJLp5kBmC1lPTFss0+bXvK+8JhwTAkZc639A8VNmsu/b2hTsKe88FG8bNlMqwccfzO3Htu3w5UkXPSEqIQn6+fIL283yIPn0Fvji99joCNLHDs3UGtXnGzIPDCoJCLDOLPHdAvm3xMjzFvsiGwwI4gkL3MvM2+Tdv6/l09vU1Mb0KB4oB+YP0QYm7eHz984R3+/mSd5Ebj8Mf0wVVXYJb1VlAwQX"
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
"scale": "PTeVP5JHTj/LyFU/6fVOPw7AWD8Q3UY/jEsqPzEtKz9j110/TL9APxVmKT8XjWo/bGMvP6AzQT+vJTQ/Lz9PP4bHJz/gS00/kns2P5JoRz+7TUE/vvtgP//KPT//7UA/",
"shift": "lgquO1EKED5meVi+A7R8vr4bEb9G9PI9zEohvXDNL74VdSu/dzr2PX0mIL+MkWQ+r7BNP1sGk76LQVq/9dwBvuCKijvUFYy/RBXVPcn3nb5HN0y/K8hVPWr7iL/Fg1A+"
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
"scale": "hysXO6Z86DoH2zU7WQ8HO78DKDtLdwk7ArHROm0W+DrYVwI7grcwOwghODvqO/c6lCEGO8f5ETu7ICY7MB4kO6TK3jrZIO86Z4byOqjQATsqrRA7DXQVO18hEDtTOwk7",
"values": "2CQ3yBnc4gUY2ezODbb7M+UCBrC7HwMFBwQdP/YYAA8kFy4Jyvi+Fd3Fp+bbyQcz6qT7yyTRyNEN2/0i7gQA9Nj1AAgGGxjI5hzn6u/s6IYBG/0U3fvz4/37y5G+tbel69rr6wzeD/vaDhLgwg7hsJ3Z69amGt4ZHg/W6w771/jwqwXVucnTOfMmFegMDgn6F+W9fzcPXTMT7TImUkY8O3Xm+uHFLR4jKC8f+wnf+T7o4vDUGvYR9kns8QHzBxbpECUGCTDrzt3kv/kdvf/1Vw7bAg3nws3QNSUb0/Kq4DfUEgjaACg22SInrRHq7DboCSUY7fbtBBQg3yDt7usYG3P5Bsjow/ALH+PvKtfm6y8tU/f6Apn75gAGzDvd/7AM7uDYQEAZWAf1zfmVIPtSLtvtuhzk+ToKwWTy31/oHzSh5d4Y/9v7Uxe8CcrbYfkUlAO7GENTMEUVVTi+ExOVGgb1++rrKsI3xtI27AndECmsHhz85AGyvtbXLOr/Kfvx5jD0ShaajxEiCk5MRxaB0Q0GVZbi/tPG1SD5DyrnbWsHPDH67cI38QEVzMFMaHkDFsv+KiojNBj8BwUa5fj9DQkS8in6Qzgrugjv7RVKyBPwyQ3w4Qwe7iA21gbk/enswsTP3QrzG/nmERbg4vnnDPPv6v3T3NvZ/gfY7c738ztF+/SeCO/P4fUmGEPK7uz0/fr79hEo5AH2+cTT7dDhDfoCAOLD9Nr0z8zOAPffEhAbNCo+GPsdHxgP+gve8wba9UJgJQwV5wP0HwBA/xEDA/3m/C07HEkh4RcM5eza2/TL//vkFv7hBeriCQve8xTwEtYLCujhJPb4KfMD8OgZDNbd+oHm9wQb4/YTC/Mn78XV79IWAuv6MejBzcb34vDs397B08LT+Oy+BtMUE7zU+aaZ9U3eTQzyF/vvD/vK7OS84v0KAgIWk8zJBOvP/FP28O0TFt4ZBL3Q6u7rNCwc5fAjKAgDf+iMKx+6HPm1CtPl6S/50hUaLyUSCOUr0CTV9FvwC/UA08rh7vzf7z3OFPcVEDIQBeXSA8zxIfvUCOYyL9zPEfjG8xEZJdnoAAfw9uu0GBIW5e3gt/IgAuniADLf4lIsLUMQGgfv5+/40OwY4dLEE0EeAS4NM28R/d31E8/uFdLaI9gBJ/DV2yLDB/3kEPsNGgUFGCDOIfD4/TwdRDn+EgsjG07/0/Uz4eIS1esG7fHmxQDmGS4jCwTc9SL74S7+2+4BC+3iCrT1BS4K7ibf1enUyBnhFw4EGSIkyf0SMPMBQAwB7/Ei8sL80bn/HfcI8xo17wZL+8AL/tsQFiA73vQJJ/L8BhcE8vjoA/3V71i1Atv26RUY6DDN+QXw8Of93wXoARfs+VoLCQ3v5yWq8l8y70Yz4OQDExoB3OvYzuXx3hv38X8z3w/k1PcbCM0NNPgU2yQP2QHu/BcZ/wwRIfn4/vIV8ukMJkKZ3AUI8NL+FeIREBj6J9smGVHnxFrYnffF7NC7rfX8nAIv3sr068Pf1/al02ikvaf4AA1CACvw/SoHMfarxhb/Csv5JBAT3QHz5wa55D39CTzG+wUVQtzEITz60Q4T31j2A1Xq4wvpEt/2cQDKBAge+DLRzRWpzukizs/jKuTe4xECCO/p9Nvj7vQCzunnK/7sA/TzUuC11eMVvVZHHAUb1RfU1uzs8RrNDgz+/dTYJAAWLR718g3pQFSL/tx/FBnyMPL0AOPtJP7W8PIERawWfyL+p/ASOL8QabCQC+z/RMsKxo/g0sshJ/L7ZlLDJf4cGeZiGIcgwgsgBFjU8aEXL7b1GD3itv39pkTTzv4HLvlu6BckKS69B9JEHRFEe/suGRkdEL33Lhoo8OiyDd/dVxEA7voJT+UA7QDoG+fV8qi3dd31+rwQLxbzHy6m5TfB1NXyBf6n7Mf1wdS2LK7bxtTWIhdJ/xTXCp7f27wyLLKhIxEC++7VG9zUI+3R4sni/1729jQJ6gkCIM/T6hgMB04070WRChJSQrboDLX1wzAErdLTFf4aFU3L49+Z7DVRDORR8Dwm8Bv+A/6q5L0b6kopVOob9SMovNQHCQXqsgkQC/vdTCm03S/r9THI/i47UyMJKwX877Ij5+ACCxHf9OLbJRMpB/nP2NwT6QhTBrrZABM7z8QsGMiB9wegyCMHJ+Ih2uEuTjobG/3AnLcV2vIZNQk3KPs2yhPQOE0dN0670tOoHegTzEr9pvY/VlpQSysE36/f6BTXPg79K+TIKvc94SFYEl1O3DwFFsbn/gn88+D3l9sJVPqkIKkLY+2qwzkc/O0k5BQM7uP82BMXOUjbFf8i2/cbKHUCFBYMABgaEtPlIAgp0jW6CSTJLjX79cbfgcSiLd/93bIE75HT1P4n77sYOjS67A7ky7nT7f3xLx8E6PbPxAwQKBXcL8yM4uTjB/UkHvTq7ga+99oaDvTrzdXTFtkVA/zHGvPJ9eveLQTCzRHI5RjZDQn/PQjc7R0l+VgGNALc+Ag+D00IfhDIyDn7BXdG+QgJOMS7K9/DtCjo+dDyLO26Wz779zMSUy3buA7jC60eFsPgK+7WAde29c7gH7697PLb9f7k494HBBDj6uzf9x7L9/oBCwzvFAfAEBHHFiDvCBAkEwPiBO/EJgj0Ee3zDdr2Hx0a9f7hyRcQ/x5AFwz3DhIq6h4P6+8OANTP1Ovr5NoD2eDqEffiBO/HRPbVKhQL1/fsJhACK//+9t/69fnwAAXx9Pb/++QOAfkbN+HE6938H/wL+fno+hEdzwoKHUnp8X8pFxcJGC4nyG4zzCw5ERYJ7+7u9xYNJhPb9ycT+ObO3yUn1xFh5/nwJRn6MRTzKwr70931+d349PFQ8h0jB/bd/8vH5/zAssTyy/f12uLP7eXvAefO57nh5w8c8APs39D8Rv/WVPS+2wD9E2Qx+evbHzvT2uULvLP64S/vVBkMMh7t8wUXBnguLzb47+zA1+v54tDe/03F8zgK9+Lt9Ty9EPTl3Ozazibt/1oh6uUPAh357RUsw/kB5PkdBhXLyhDxAjb67xrM0sLr+StB9iX/HBfv+bTmThogLOYHy+TU/hny+fvh0fK0/MrXMQXa/Nm6CPbJ1gUiAz8uO03v7hTlFTz+6/IUvwL83B7qP3/LGBjtCiYC5QPzzOX4NQ4Z4DYS7B8VFazNC/bIBcXuEK2/HpXCzNuvJA74ctoWsqbG8dzHIQLz1r3MDBny7kP54/4eXTcfBWBcJNEBQ+Pe5GsE09/e9tzK3P8q5wLWMuToJEXeGShvGvYQ99wqEMrTMY7jOfffC+0g7PZpExhpOW07xdUFMiPnzurjQCAY89ja6RHe5hQREgHNHb7OINXNEg+lC4HPLS7SR342lMXt8dv0AuQOABPNIRUK/QqG1e/06j/13xgO5wnm9ev627rsCBP62AjjMjwnowIDINL590nk5dsqB7TV0zTdpc8I+0/n0xf18LPy/CGnJR4SAe8H5QrTMy3OK9vmAj32DU4d4AXe9d7QAbjZ29wo5hzz2wr5/QPZ7lISPRYC/yfnGgIN7A7u/8LnIgj9Duv20+QMEOX05QTT9uARIS8tCtfwCATh5SMJw6chPiAKTfcu/xsA6xA6fxgEAzIjvLjtNdEW1w3jGA4g0QHP+uIZ5EbLFxgC+iI0mNo/9NzsAOSm77zPEwEm3CEW8uICXwUTsQkh75laAPgpORLrE8QfDBM/DuIzxOjh9tYc2FISHyQWKdzIL/ozD+wX7tL1FcQDFPLHzLws3rlcJN8lpvzm7vHcCt0Qq9lGvt5oGeVGjd3FybXdx9v38uLP9CMEA+/2HMvpC+wKAyuR2e/eCxsfz0c4ISPg9uYp3x/1swE20e/w/Abi7Ncy4vV9GxEstwnxuiMwMp/LJ+fr4w9E8Awl8gxPtzdbEDApDNb9IbYV3xvU0v8DG84MXyfib98aXu/g6fLN7/AX777+6QLrOQhpGxzpCDUOGRQQJwXeFQwKwecvCBnWCgnsEE8CFzXuFhQ96CPj4B7c79N/BdjeGP0IKvku6tIDCC4J7AgPCvgX3Ofg4+H38Pv3+P4DDQbs//gs9fPoByTgY38VOl05CgIP3z/rECJYGRdHFPId9x0WKgJeFQ0KzwT+Ay0gGloXA1YfGC889UQZKUz/HAUPBzwrBfoM+RFK8+IlIxHfNjYV+/QA6ec0DAL8+CMhERXQ+vYD++jaC+8DGPxU6/739RDy2OgRx9PK09PGsYkI7esSzBD8+PHzDAnc6+Mb7Bj3E/MOHEMVFSUDBEAZ5Q5CIOvjDRH43x8L9C0GCPTx5v1T9f033Mf9+vvPORLz9w798OSzJScJBcgD+/v6zvASDAD5/EUCFhMoGfAB8Cgf38klCRMkXD/hCfmn/wr53k7/2SoMIiDkAwV/DCIeUOXk9ubA0ckG+tXmERlCy8Yk8fH/EQoYGvcGGyLbR94rG8AfAv8KI0RYE+v09/UD58ws5CdE3PTw1vru2Oz59won6d409vEbRdr0APkfPz4E7vwE2//+4DwlG+n48wbrAdLwHP75IRQQEPHn+/FkABNj/AAjAPcME/b7HhTjsQ8FCuoS0T8tFhXS6PfM5u3qH7jbFBUL3UgIWwMSABv28t88I0oNJgv9887ZFNzyH//zGQfxUf7gPTb7+8DY7KXM1GTM5vYIgcHSsc+5GEpUDz/ryxHTEgjkJ9u73Oz7pwAXU3hGDsTq/+ahHRcaycarKBoPX1PcyTL5GO7jK1I0/qTdafrkLTwvAU34tgbQAbOs58YzMTwhwzHk6OjLwBa97wnRrsiKCUX34dKf8AgGki9JzAHO5bfg98H122cC4B5F7v/qCSX3xRUGzT9VWQvtJA/o5O6/0S3QwGBguvtIJXPzPgPy6y4F/vdPzRkNBu4s+9ouNyv/5EYn5qvgKUgHJUgf3fEdHNiK58XP6rXOKiLC91woCSn/0KgEqua5+70N0vIG1QLKzO/SSTHkodlC1AYTBc331gm+9eXN1/wCrNrsHgsLFdLf/PYD6e3/Rja28cYX0Mn9ReHErM4loQbdDGIN/t7hN8T2+/rdteIQ06Lp+ls50scfw6YE//TkF/Homtv4DuPwOBYX7vFi8QYb9r8O+/xCSROd3jUOABCkBQHwqg4C4iD/Ekrz6jbU4YHUNPv60t4lAAHF0+fSQ+vc3tousXRh7NAZlMxI2OGyBEwfxPEY8QP79Ngu/PHRN6biL+cG9PwgEPi05Kn4O8MN76bQ/7LyPRkA8Qn49s7s+Oi6FPa6yrfMFBA0y0tI7Czx5UXCJCYO8gTx+em3Hd/aIti61RsY0AjZJv/RHcTcJsjKCpzJ9tXz7g3ozflCFz786/8j3gL34yLEDvj17e39+P83I+HOvxvZ93guDVBl3i1/zRMx7AQHFwr5x9fP2icB4iNf5eQKCeL98v9bRBP8wPPLIP2mJgPtwgv+9/8lFbnHABYG/NT/5dzxtgFkwusTLCUTUgTezwY6NSI4KPYhBFcHw9rWHfDU/BGu3CVC/AH8zF0O377t5tX7KcYTGhHY4cAVB//1BsEp+UXdy8kF6iGotGorFVkv+/3gxCvjrrGv8Ouz4PDSzBLa2e4sfkrA5fX62/hLSzTU2c8pBuVA6n9mDtEc3B2wAVYf8A/24rjq0hXyt93gJNfi8Tilz/La7AkA8c385wG7CTfV/SICBNr5Ns0Sr0pQBe9KGqzwrCIE5dCgJvrU18MOHezlIuow6NEOu0oKNPy9+gY/JdwBHwr7+Rr2x8ku2iUe+/r4MvZCxBUlwQf+Lf8+zRDq5tMMTAkF+R0i4fL4w/D0FOgDke6y+xANBOHv5A/4IwH66PEDAuoJ+mvEAueyR1fdDH0V3OjHDBvX2tYIzuPpLRf06i7uBuQx/PkuEh/6/vUFNNkT29D0xiAT6/8uEj44T90ANR0lGTH5zyYP49Hw7SjV3eT0//HVZO0G193PFxDQM1ba+u0F6ubi88v2+u/zSzbF1g4lus7bNvPD+u/uxLoTDRYLyO0DAw4UQB7iPEkB4dkEC3/i/QwE9iQf0vzw38sB5/sAJe71DE8HCNzoY9X4AGnb/Pbv+fvzRCzyALUC9NLnPmDvCPX52fjh+coe/0wNDtD4ItDt+vzNHAeruSQv4/rf5RFGCugS4qnDAg0oAroP39AjMvHwCwHiBfkI4P6v7lVOBv3nA+Xe8PL0G/QFviX69zxg//AOHOgbbTEx9tLH1x766wQK5N+05vLvOn8yJAzCAh8lvA74+gMXL9HhAfUFCAYR4TwB9SH/1A0Lxx8nuP413/71BUTWEgMXEQMZD1Q79jMs1xrb0hxb7P8xIyHkOPnewJrQAQEHFCTb9mU0/uPU1PI69EweEswC9hMS8cIX6dbmEtQCyDw2FNHGGbPy7snuDSnK2EQc+M7ODP8ZDOrArzrcy8mYFuDRKvhqxQHvy/UpEipeOswB2eji/RX8GuEJ+9EMxWA1HuoaBK356DD2GxwOzwzk80Fm67//Eu0uBvdoHAwQysLaxP8aCvrg5eueBxXVGPTw/Z3BmuWbFwQpNfv2M7P4Kvnr4/EF8n+5BNYCwQnZrkfM++kQje0o5BQv7AkRDuQm0zE9Bhfc0Bje9wNgUQ4CXu8D9/g18xXE1xJB2Obh567eoBUR9EzJ6TL60RdQrvn52ssBAivzHEAktc+K6RHYx7Ib+d0DM9sL5e4p4DPathgD79i+Ku+iJ0LN4wdF9A6e7DykGBnwEDj4G0PlCAEb10cUzR4//PnsPwvrvdkKAt/n6jT+1rvgNDPMRn8JMkYb9SHX+zo687IX49TuBuwfHDJZEBQ+ChEwNuw7Nvf04r8V9/MfC+vtE/NLK87cAeAIOzsIHdPTOAsepiXJL+TxEMkKM98YOh3lECTW4OnsB+qVFXUU"
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
"scale": "HqonP0pFKz+IxAM/Hr4SPyJvHD+Z8ys/BO4kP1NzVD/GIhQ/89ELP1tJCz+RvlU/EGQ7P5wyDD/lJN0+zjATP0yLRD+61EQ/6fxMP9vxMT+yzhw/FO8HP6AqQj9rGRU/",
"shift": "B5tqP5WFML6rBuQ+AmH/PkFVB7wkIcc+SlSUPltbTT3eKg0/3QHbvJSVbT7+u9A+o/0ePqYoE74Bfwu/kOBCvo7TRj5himU/uYPEPtSJHz7ooxS+LQakvlt+yj5VZMk7"
},
{
"name": "stage3.0.relu",
"inputs": [
"stage3.0.bn2"
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
"scale": "20PvOkSfATusBBs7THIzO5ZX4jqvNe06r2YlO1Wm/zrW6wI7ReL4OjmL1jr1mg8701nqOvE84zrO5To7bJPhOliU3TrofwM7+azzOrpJ5zqCfPY6y0/bOtG6AjsDIhI7",
"values": "1Qz5Azj8HxkcGPTV4CWa5zH6+hUUTGVT9g333vLfBgEp1brlHzsszt3cBZn98fEO2OkMDL0T/6bZ8+3fINrWUvT3zf/9DhliHwIISOre9N/C0ATV2b7f/hQcHVfMKPy7D7XvCBYVAQr+A8noBBMjzAnlpvX2aeoCM8MQR94K8JXv7sPT19KB077oubm57LsBC9D61+7Z4svpDjr0/+YKIOoAJyn6TBRFLCYR2Tbl1TXyRBMIGs3VAvX6HSP48tj4vwwITisZqR75EMQII8wQFTwXGSjnIRPeB76rN8rd+Nnh5MTdAtga6Obr95gf+d29/vYEzvwo+PASIzAk+Bm++wA72PA/7SYpubcd8ub+BrgaFQEpJQ3zyTA/2v/A6Pjs88z3PPvBC8+u3wupBxULuhs5zUB/8BZ9yg4HB0DqFOINMQYM1Pox4A9Dzr/d8g+pzBfVwhXw6G/aBfc07CwPDXIH8brzET862Nj4v/88FdPnx+wd9svNz5QD/vcBuvpR7f3tORMCyRXhxY7Q9eIZ0O/+8dD5zyz35MIHv+rWBgXsAff7njJl3QQNAOTb0OP+FwpGIX9ACTwm5hL77RfYBwAf1GZB/SU+FRhFEM/sBvIY2O/UA/YJ5gf+EAQZEvY1NwcF6PUp+wDXx8ypEQfb69YDJXMxADoeMipD8vcLEyoxJiMgFwsE/QL+FBsNFQYLEesD5z757xE0UAIJ69nxBPnh5NLuKQ4h3fwcDwD76uIBz/7g9uIN7/oIMRP8Cyv3GhMD+vsuGwDtNRrg+QAO3QsPETvxInkYSf8N5gjj+BT0G/AfOQfm9CAc/fr9DMvx4CoaBfUy4NXR4hUe2JD7NiUuOvgi+gsE9M8C5+AJB+HeLj0D6ikE3twHBgDk3ukCArDL/gRL5+ATHwTkIBvZ/kEyJyb8QjMz/RNcA/v4Au1i8RU75RnWthYBE+jJ8Rr3FP0O7/ye0ezU5wDwyRj4zuP53snLFFtc3PTlAcX3APsNE+sP1N7eNUnqzhAIFhXr9T4K//Hv7Brl/z/0PQrSLQP0ARHS2NPP4ffs8TdyCBk940A59BotMBznx9L/wbXi0+7tDhMzHdLtHzbuBxgRIhzvA+vWI38vBdsD7vvTUQ81CxXj/9QbzvXOBVcQ6gAHFc309KX3JSgW+dspHzCv+Nrv99c5HwMhVDPkMBkEEFYDLfgZzQf36RweBOS8/OVC5RYaF9cdtCkSOectBA8FuRfbLmEI6senNjIp6grtBP8k7Av+4dQe7EPIxB4leH/1ahq9ARnTyg8ODesIw7f52eIk/T3Z+s7bILG75sjkMF4/KFvi/9gG9hLZXQ/DW/bg7wwQ2pu05tICDNvpQD49Ie4CNcoMwRpMMh4J3aqijhb9A/fI8QjiDb7s6xT/BQoM6PqwNQjVANgK/o3l8MsJydEBOycUEK/ZryC7vFn53/rMLdIG7f4ECvYNEhDotOjDUw7g1wUjGg8NKPn1APEZNRUVegAXLgL23fwFBlfizRMXAw24bXboA9q1OdbqwLndtTkc4SHmGw8pzCo+Fyvg7+QI6EHC3z3LzNW88rvp9RYYNR/YGjX0CAjsNBYobPn4BwfkKygJxtfcF8LUye7wcgzsxsIA7QOuagMyFOkMGwEhAxj8RyHw7hTnOUAG7voD2cHMKxwADi0t2RmJDH8l/Qj46NrPOj3yMP/p6tzINkg6/93pYG3K7zDXQvHNIfMxKOJJAvt/+N8ouib3FDH5PPjfOvMIJjE7EjII8u4g4/MK/gMSEfYPCRoV79sgCRAzMBc5Ad7cAQD+/e8Q3PC43gP72f061lgE7hZD//UFHvIEEDTtDx4b0AIlExveJgQB8OgOEvE0IR0/AhM0Jj77ATko6TfSQgcW8AQG4Rn95MfH+9vBDvfW8Qz9ytfl8jTlJPMw3wkG2wMJBgbZEhUT+Az+7yH/+eQYCSgO7TMB/QQEuvXb9+s5ANnqxNEe8RPQ2/8rFiTm1sD31uES8/j4NyUDZR3gKQ/o+wvvXjjuwhL8EfsSGN/fQjHL1LUK0vk94rMQBQoV5C0Vx9xKCSpR/Pj61Ovl5swVPhJA9P0XyADxDR7s5x/mDtoe4Nw3w+oX3v0BFOjM3rHbPf3zCyb5zcT/9vAKGtW3HdcEMNIDMX/+vSAvEf8oEv7Z0/HU2uEHCPtLHAcT2NYd3+oF4s/mAPX/DqMdNOnnLTwW/tffCAnvyKj5SkXhv9whDS84Fhs5w8v39+/g7h8B4BhCJwst77z08dxYOfn2GxoABAUf2efrvSYI8UYCxQpuGswfCfLrJwkJTwjh1Qs66gz99uXE2EIbB97j1xXiCzs00gkA3wsZ7M803w8QBcMxISUM6dzcvwHa139a5//0BgX6yRzQ+AwENdT67Sc+M0PxFfQU/gAU6PsMCxADK94EBhKuvb7pFEUNE+/49wj6MD85Ij8g577q9hUs4+kN9CfnOkkdE9EN8fXa1yHp7PDmKQ7k1t3LAhr91+EL/h/5FfHFMdPrACIfHAQnAUPO0tnB4ePWACb8+SG3x9ra7m9F2/FKxd7+SDUeFAQbPdPeJi435dIN0Szg9wbO+209Ke7x1+rG3AsT/hvf5e8AE1sCBsr53fTq6gPJ1N738q7o9wf1887qvyTkyurxABLzJNHsLdP94BcnLu4WFhm9/e3eAxLa5LXvFJMWBT0+6Ard9OPC1uT/wsvV6OkhC+QYBOYgG/0M39oqAfHbEBEM+ssLrCfeqBGc3afQ8ffuEE8EFjsxROJIJDR/+d7n3jLXBBT54zs4EPUR9fXGIfnB994X/uLR/tEj+eDvzO4VDeIR70Ub4swf9rgTu9wU/+zp8+HczSPl40r9yez5CoXpyLcPp9fB3/y5NhMVOmMiPU8k5CT9z5ba//zEDdek6FnxIigNDIHZ/+XcI8/1w/jr6h0Q5fLq7SME16US1uXW29Ae99sF0xj27ENCHH4MBBtQMDEXI1k/Mjzp4gL7yQoM9DhOFvo55Qf5EN4NxcDl0ATvB7/lBu8FuOi7FL7H/7vtuRXkBAfB5xXrE+36AdoX+jUxRAL/GPnNSroCHfAo3wm98AT9AyLzQDv8N/PmNPDf8zTz+dvc6+Yg5LUIHNPV5fkhHybU7eHR6M7kEubSqs8P/MAQ11zdoPe4IQnnRA8hDQwXDBgVwugz3OLD0ybEMh/kASD8xBDh3P74Fzo17gHiGe8lL+sKfDf6LdDusyPm2n/JDvi6vAT97SYGDPsbPfLhcw8bL90x4B068B834wH7HQg8DxdCCQAC0boM9V8L97fswLTNDkEU9QAl2fYU/RnJAzkU9wLUHu/gBAnwZN7b8d7T8/brVdkL79n33xH+CxgEBPsMw/z4AwMTAjMh5On5/AT/1igP3/4A+PrmyQb+2QD7AFDV7wDCu/TbcP0j9DIMYfoBNNjvAeDUWSf+AOexEF/7/hDO0j++7zID0ytH7/7WQsAvPwrZ/iDtxN0YGxv3DSD23WgA68Mm2Obn/+K/ECAVBvTmYC2t+P2uAQ++8BvheO/dtSv2GBLpCvcsNPYB59/fQyLr2QPqCSL18G9l/cj1BwHq4wj41cYmi8QZ2hQd2ALo/QMWBCHnywkY2Cj55s1/3ebhDxeh9NjstOXmIQ8iCBgMHxUCsjMcyCMM1APJ9yj/OiPy9hTTA+cDrADl6gQPzfwzz+0TDNvDBD3wMMM9zuLwDkpe+CQcF6fj4goruc0U1OYALc7bGSOoPCRfJgIBSBcJ2yP1+KRPz/rtu/H5Aecf/uwF4aX1PAsX7toxyxjP9K3p26YAFrEDVgP+Ei40BMHv5x7wCe3sCQYIShk5H0LfGykaGGlbKS0VCv0PC7vU6PbiuLcVtIFQ6REZdx3E8pPNxMoMqM681wfuEBf2jLT1kfXr6ezODjYMocDq0NQU50MBA1wNJcCx8vq/6wfy9GNoL1EGSD14AzAxHoMB4ewE1ww3IuvsB/5cxxhD2J/L4hSOw97hrt8os/StypD+Oyte6Eg5+dfS2tHqkLIczeTlNDImNDALNOPAu5izurzF2uwUs+LgAu0fAuouOjoy8Qsg/ffiD9wIRTXXBBnLzeMGxfLm0PQUCs7tAxAK/vYbFu/VFOnWz+L5CQsHwuEcLNTpUBQYfxcuMQMC4EHiCFo6HzrWAsvuIR/+Z1Hf3+zf8AnGMwLZ0/kAm/Aq8iH+8Q8lC9zc7Nb+HjT7ShzoL+TNNh3XMe/BAuTAM/3fEecM8gYeLf4IC/oX8AQP5t/NK+/t6Mbi7fzu4Avv69zvH+MA6fj4wu/+w+gQzu/7E+Yk4sO7Ee4e3fbwABp6GSMK9PbS2rgMFQLLO0sHxZAnFBI4/kT7JNowHMfr1skc5lMhHNzwygzVLifW99ReEhfFouf2/t/n6UoJ3hMTT67vIATO6PkBIxIG8tM23lvm8fYn/73RJ+oVD/vkrbEJ8ysdODkE1ToY+goWGenZ4rz7pRF/z/jzPxoIE7myotcC9eDa9C4e1wOfCPk+Cyg3J+P+8/De9AI0FvYj3t8gDBsLPuwlNEbOAS34ANDOPQ/pBSUt8R77NkkGF/1AsxcVQEj8z97V+CzEaSD2riIwHS5B6TNcwOPq+/oTBPsaD/zp/cj/Aub/KQIb1sp/AhpVLOvDEMANIhUxu5298lPKFy0t+AUTFTs17ALhE/gKLChK7TPw+u4kGvYoF10S4Nrt+1AeoO8TBt3mxCIjpuHh3hFB4RIRVDgKCyYR6uXdISbh6ZsMnsTIHJXww9EM2yDu5sACGh8w+xx+LzYV2hTzSCaeEviP2uvFHevo4u3jywkbfxP+DjsD9Tvd1dsADPtKysqzJtytzJEDyKf2DerN/L3etvb2B+MK3bql/cwS5MWy96LtgtrQou8l0DRb5rTn5fnmCt+YKhYi6AXzIfT51drz3Bi1yc4NDQ8OAug9Iw8t+voQNvbpEoHT+dA/GOH4FxbbFRvqIwf09CkL1uoBsMnqqLWU0dO58yT62inL/vnVEczh9yfmId3F9+cQKNHhADohSWguKVHtEh/n6QoQBfHQ8uv19BYFFwcVLEV2VkcuCxpB5fwU9u4A9fH4+gYeJB8WE8rW4OD42M3l8gHnCw3wz+YFFwBVJAP7+K3oKy/j1d/4+MfuFvYx8tIa3tvy/CrypgIe/+8BHf3t9v324eb07/YB8tbYBC+4WtjDCEE41QIFNNkXGuIQ/vDB4biv2eY0/A07GjoHtMFf9R8pMiT4yAcpAwVMNhtNKNf9G5pNKSj1AOvK8wu0JUfoANv39NYfGhKt0/8G/M0mBSTz5u+7mUp/52ArM8/aJvzzLxYQ1v3d3hguzfswF1rqTWEG4lY5xR7i2hrh9RnRsPnzHji+0vPfE9oV7hYttyIgubRbyelePiS/MiMN5b7j0s7l5OMJ//VpXDMT3ho1SwI90P4wRTxxMC4BY/rqElb8d1rjGha33lDbxO4fEQEWOgfGXB/y5y03ESHVxuwa5m5BEeMVLvl2OegIdfvxBSztKNETByMquEQACj3y6vgtYyQWBypF2csMB2A1C9A1ErP71NDf8fP2NPVA+hP0sYS79gT21ffXucnsEf8N8Nb8I/qZXebOB30FsuEUUi1fzioEAd7nEyIdGkU4ICcMyt1TLMHctC0NPfTa59HnJ7G2MmflTPwK8Tv2vvLQPEf/3+QMM/8z8S/7JUkvMEb4Q1cHD3YY+frlyugjLCRGJOjyBH8W1WEN/DDe42Dy7ggqyvs62fMGUCwy6Rz9NuXs5a/BAMr4KT90FEIcwOvf+iP9HdwCDvtj2dEZC+cx1UUjEH9m+VUN3qId9yAnNQP92MElJ80p9TcQ/d/il/JZ3zc2vA8i7hzf4unoEkQHF0r+xvsw5CtjEBF/HSLw6N+5YC/f8Nnt1eL1zS4KFCYP2dj46htDwtwcCfo9GSoZCkBFBUbuGD1H+Pf29Djj/DbNwNnyF8/Cw/gayhAYBgf88aIEE+MSJbvSEsvC8pbs5QAiwSgp2bgqGcvc3zAw/fck1aPu8QHLNAL61cE2EBxKRDYdHMLWB78O8vwNE8s+T1Pb2j8SMQkeCF8D2AvNvg5DD8DL4/MKIB/iPK4QJJ4GyUcL5hAh+//j5DXvM9y+UNkKtLFO1v7vBa4FDBoJ0CUD1/PUHAxMxRRYxsFWAeMS2f7m9dgE6dcgQ9cBJevrHyr/zDYUssMwr3M54jYGPvKxDx3lytLXLhKfAfgMue75yorzJdX8DKUYF5Kx4wL4ktbl6d06gTMvwh0UBuog6AAq2cEDFO8o7BOgBd059lXWtvVH6xF6+Qkm+tcl9p8E9MIR+ucW62oIF3sn8S4p8UQs+RxW9AEh+79RqOAFFiEj6R8q5is1F84EGAI+AUkTJDkiFEcM9xonCQ8L+N8M4fcP/frZ2K3K+Nb4OmlS2zhLyCIYWSlN0PBa2QfxEPHsKw0vCD0g7BQB/ANZ5Dx/F/jjEvUVWxIKCQ0OCRNHC+vpBRU39x4m2mAJ3u0n3BT1+RDr4ggyRCDx5wHeU/wHJRDjEQjM8wQcUwP7A+EQH8AQ5dUKCe8+6OcFE+5D2hbsxRw4JyUEz+cT/PEoGCX+OfT44vr46bHR4ujk5wdP5Qw910Eg4vjtC7vsGb/f5iwZDN3zKQjjzQjU7dL89NPsAAD5RCARB+Ds9RUJ2OzbzybHswMB/skt9xw8CD01FOgRFSElA9bUK/fy29/RENfeChcBM7bvBBvt1/EEE9ft6Rbs9Cd/AV4gRkQhEPcaCyEX8vHu9UPjFC416/reyt/nLe7Z3UsNMijGxAsJ/f/V5Rf/8enSDvku1t4X/jwu8BIcI/U96DYx0sHy8dIe/ddY1vU3Diwc+DEs2uX2xQ7U/Nr1tiTnNCbrr+qmBi0sLDv3POPr7vPslMIBHB7g"
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
"scale": "V/Q/P0dhOD+tpyY/ea8gP1dvTj/2AUg/b/kbP7DZZT8qOis/wlFRP5QeNj/OekA/xUtKP+xnbD8mmxU/4QdyP2LqVT9L7ls/L2ApPy/VVj8y5x0/q21DP42tEz/3UTE/",
"shift": "uIIAP4J5Nz8CbJm/J0CyvjKKbT5l8PS9wELqvhQ5uD15b32+/9OHP4KKNj5FxHK+WuScPsyr6z6FeJA+4va+vuVi6T5AnQo/V8O5vo28W79gTxG+tOoEP+hlUL8YjZc8"
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
"scale": "1HLXOrh21jpR/vk6XkPzOuYv9Try0Ac72LTpOhU/BztLs+I6Y+PaOpdiFTsFqho7ZW4RO4sf9zrZuQE7KpHgOt+a8jp4lpw68BPKOuz04TrekOY6LGraOhCB6Do2iN86",
"values": "uuXF5vnY3q87wenG3Ugy5R/3wc3YCPft+8b6x8dAITRGqgXCAizcB/v1+fMzGtXgAqUY2gT/HM7crAEgv8M9OP78T+xO7L7etdc4S8QjJi0j3Nbs2CdE79/yy8H+CBMU7Mf2Jsjkq8AlBSUQ8Kt//ukX5Sc3Eify8Nfg1ucQ7wsL7xMAzd4QBS74CP4e8NgDAurPz+m1BBXuCPrKBDRQKh7tDjEFAvL4KCU/3lMn//sTPzwSQAIIIiAnQDBA4sjizu/qz0soNt3xzgb+AQXc7t84+y0HARkP7d7PyzA74+8M9+sCDMu55+nd2NMf5sLv/NhRGRMzBu+4zsL72z42CwxEEykK3vyB/7rjMO4H1ciwvaww9wwHFC3IBifQCfDr+oLZ4jn5GBII3WISFCzj2toR0ObeB+0w+swizrDqt/X88gb6vdTL4h8iFkk3FjT/HBoedijX1B7HMP0SISsK3O0q39wdSRi1CijkHyc7NgYEA/DcIsDAE8euArvI7YjK4OrXytPk698s6RsbDxTSC0P4FwIRNdgVxN4y5xXRmxkVvDE2iN7e7xgmA/7K5qv0+sH3CNHlFCb+/w20IB4KY0DsBsDe1OXN0uIOTWTc8QMRdUUNsiJY9TJR5iYN1dD7vedGBhkq0dAJstXlARni0+EZ/vYW8kEE/gb/IBnsyNm/B7HUI8XzdCMKD+r55fYGHObm1w0J+BcBBVIHAuAiDg0m0P/3/sXRaAAMbtqjRyAdTGvcGyYo8dPr0g/cNc70+gYWTjEHF9X/FTsSPRPqQ/v1/U0X9wjVHtHCB9fO3AG3/u3eKAj0VlD1SgDwzfHV7/IAfxcSJd3oLg3BuQXi/BTdGWYuCxLwFUblTjYJBAYCSVQH/ubZILy9Ntb1HznvQg8ozLqxs+DeMjr/Uc4IqdXZ2AwzQh3a5DMc7iUlMAPiJhMgSC3R8yLP9DsA7icYGwa7F2cnGfoVHDoxuwC02i3rA/M16vkQ19Ib/wIXIvkt9+liNjbXXg7qzPnNBvAYBSPaQgFUI/ou6Rbn2OslFAMefw0N7MysEvUk2NRsRR7cNQc3DvRbzu3u69EL7eYeAx3bG+0GG1M47jnr2PELI7XP8/bv6PYcUBriB+kQAuLr/CMvCB/89d3nzjLHRC3KzyDF/y0j7eMp89fYAhcUGgn7sfMjHeUSCsPUBAryBPkGIe75/w/3FurrBQXdDPpV2hj/ChTeAsofGgO41gLO8NQcMwIB8Lzq6LneoOXDE7kg6zoN66v3/uW7z/TCCO059AVEYgARtRYNXS41V+oO5QXq/RH+zsXVKTkCAe0O3zP5ChTl2vDv1gvrBtqzAtv/OATgKCX5v+xI58jvCOgDxsHm9OH9gc/yLtUSyfnw2ff0EwMr+9zFGgbxFeIN8fYO3Bbn+Z6+Mv7tyuCqyg4581DBNeED6ycYtAziwzTlARvq9tXKMPTDOhUBxvb89xoWPzcNDBjbHka7f+8v9BwD0+Q8E+sODtjhxiYT9f8MABXI897d+AXt/SkqzdgcweH+1ioX/iPW6OnwFe4R+M/nO/w6Mf4vGDwoNSXfQWoo5UfcDSrlCvcrJ84M7en1QiHuaDwuOy7t/LzdF9300qHqE/LrIAHWBhLU9c4lK0MwBvHwEy8w2o36HPX6NRLKJAoc9jvY2QEb2Cnrut9N598E3ecB1Off8OjnAcgO9fLhINLXCQHJDur8DBw3a0rb6e/V7tfVGE3U8wK9EvTTEfLt8AowDOr7IbUGIC1HND/ZH3phUlIq2eTxCcPFxlfzCg5+G90kF0Qb6ufxAg0CBQrZEkAdBxsPRyrzH/krJlcI8zP+JAMfBAcOAU3c7ej61RIVG93s+P7+DQ387RDTwvbuvwjQLQEYDDZTCjoRV/EZweglAt79xZTg0xsKGEI1Ifn2+N7/+7o7C/7pYRVPPEsxTNYlJQ0mUBAaHzrtCjdITHwbLzrl5OTWt90v77T0CAQB8AVC6kkSEiIMCbTE9cUBC38pUSoAXRf78dr4o/Hw26nr1MXw9BXsCRvlDdzj9AK93dX7/Nnu4MjU4QEz49q3ESvw/Nb++OXs3dIw+eE8+Bmt0zMn9VdRCLDDw9jhARol7/W/Jeom9+/uFyAJK6oC8QLT7d7fAiD47sYO7hrwBwoyAiVFztwgxw5tKzYxAyMXxdbMC/EUD7fBNqVgf0lc3szRAACn/dM29vnVUwYj9fnOJt3fGamNINjxCA7cyfcj6i8W3dm35enFRsvpmNjy1exOAEsQ7tUKBvL+/xAIEOP4/gEO7ecs6yrW9uHJJvTi4MxGrsdbTOdX9eUVtEDl4AEuxA4lAc9B7ws80xmsrhbT4+j46+3sAf0IuAQPGf0K2uAbLqe/yhLxAPwy094r80Ec5wIDQTET1x0pxS8I+7jr9vIO5Mn3wBrIwgLZyPBa5/v5sf/yAuQpNd8m3vIl59n4+hYtARP0ns7kOTfg0ecIMkn0GNz7ADsA0fXtExIFIy8y/WvxFggNFuTPKfjKG+zLBfXFqgiuqB0Gyt4Iw03MEgwa3j3/vC/fEyELwyQ6thxfySdO9jJQln8etSwoICAv+usR8AD6sOJoGOkuRLxCHn8gCOHrLCXUzsvtCBL7qZwC3SAhIhcSVVXt1BAl8A4TAyzq/N8N8BM1V/gqHyAgtQMJK+kAAeMPEBIYKe7sCQIrIVBpD/LsJh+2BM/vC+f96MwE7Zv3ECUXCNowRwtZBSNlMw7+4FXt3twY+CHb7Qr9CAo3BhU1IBR7Cgls+egyCiT2S/kQCPDx+DHuH/3WSAw9BSa4EequHR42HUYPNQf7IgXr/EklFSEVdlsF/j8wShwaKTPbPPQQQ0oSDTA6HWQTGiijJefhwA78CiMrOPs4CBAqDRj/DwDZwO3H9+v8HhQaE39H8+1OHOrJ4LMVEBjuHxAAKxDkEREJAMT64fHhD08+Cyv9Cygh+xYQEUgU+S5fwCM7Exwq7fgXGBXY6cn59dvuFALl4PYXAxMOAuwe9PL3LB/YRR8K5B0r7xoRDhD4wRj41ukMCtoZ8/kjAws///o0BdgnI00NDhXeAwYS9AD+6CPL8vnqFgOy9//l1gIvyAUv4sz6wBUMAxEVFwwqEgv3ogbXsu389Q3lECQNBBbq/Rdc7P9J5gkc8s8T7DHs/PDb/uHn5wH/CMjqEEQA8lXZ5zQOLfHd1gvx/bDu3zNIvFI0EkQw9gbOHB3i+eD1HR/f0fonANZD7yL83gUm5PAe8ifi8Qvu8jGz8B4VBw5GCRIjIA3o8/PNAg4O4hDu+wIRL/PT7O4m3vY46fJ/EyALCOkNFrwGHw0A+P7yDfvvDQoB+eQTGf325ffx2uXoDBby+/bh8+8PAfr/+P3rJez0IePYACQJz0wR91D3/xIUCOkr8R4W9zgF0SryFPfd/i8A+94b8SEQ8OTY2CL6Lkbs2AETCPUv8vor8d7PI/7/8DQD8tPU6kHsAV8REN37ArHs9Qn0D+MzPn05KXbhzbkG+DUYFhvM3PEg2v8h8dwRBwfqHPAqwQnc2PjJtPEIJNT1HU1O3wP/OxX3CRnN4P3kwUKiBPUHHxHfLSEQ26cTEWF/mOspAQLu2+4XDun5A0v0SvEXRxzS/R7OBwHx/bTlAQfEJBkZ6M8FH+TqAsknARDSwN/O/d30+NDy310uXkX87y4X1t/T2RMUINTlPiTXKCfqFPjl5doDBPvV8ATzKjH6LkYFH+HZ6kINFz8N1+PaHcnjyprr8cMr4CYwNzs+Di4RrN/059kG7uC1s9YD/ATvA9bW8wAuGGJTKS8UmpDV0ODA5BLNruQHxcr0HyEX9KESwtEL90jJ1xAF5OX3/8CcQu7nHBXiD9vYIecr5t/8stjV7bXrVPJOQCcfKOsZ79cbGN/Q7gzK/NjbJgziyUIlTGFuf2Nxvfgu4fTv+/z+EU47OAtAFPf1FA1XVBxEQOYL9CsNAvD1vtLs1rnYD/wb9iuw7ihAYmxca/oLm+Yy0DBDFvEHC/a/IQAeKunz4R0JKe8PHCQQ2Ojx1PsH2BbqHvz1TW43MALd4irv3dbxyO/QPDcUMzTrZ/T/JiJZFD8RDvv7xNjW5g4Q8+DYycjYtfzK8+XyDwkC1vAS2vArE+gK3g/T1ZHcG1fTKET4DyH+7gkLHeAKEQrLyUHW8NbIzu3oDtkIFQjwI9oSUOrsXwMJCOb/Cu4pzcUl3DdLxrnI59Lcw7ryRy0oEf8n19T9VyQjRBvuHiAaZ/P9BN8d0NyuGjkUDwCp0v7VD/j51fHp5sX50BIBAA35C+fh1rDK+wXe9NzxS38fWCzoFTLcNUIneWIa8iLUtd3wEpfdHP7WdBoSf+YOTAME6A/e06gDEZ/6UCf3SAXIGvET7tXx5fC28hX0QD7iNjUbfErG9gLyQu7sCdKwDvLZRfjnIAXa+8IeGM7oMK0iFhfc5TEY+0jJBtXBG/a2aDXxCKimyFiyGA7ty8naG/4q3O3D5uL+BvXwJGXvQvUUCvwKK9fmAcjZ7Rrv7fwi280CBcoF+uXw3+S1MSofBEDEKyu57t60UQWl5gvm0RYg/Rfe/CsCRfHHBvwZI+ghORAGUuu+wAm5FAL/48AZgecIgh4sLDT2AgUu7vDz3rbyzg5lSFlOA1wXA+4f0h7B0biqzrve+QjzJCtr/wLpAegRAw8YxhRS/B1u8+QPFSXE9uotF8DH0PAUBfD5Eur99Qr+ROxT3DEm2exO8VBHqCUNxyEt8TT4NAQx1u76+hH8tvAi1dz+LjFHMyc6CcvMFRD5Jkwv7Q/8CSfJBx4uA/QBQjdDzgYhM+kG5/be79ays/3n5a8IweID2fCzC9ca+9bXQzUS0f08CeL9wuL1vgkCxccJ6VhkGy1KNT3k+f/8qaZE8uf89Oso9H4cSyMi3wq1xH/U5BYkmKe5Vt0okeX+ZUPb0Vu296IBTUwtbQo99G2o4ZeuFUTuBDn3BgcSA5ulANIWbOY/AwFf+trQ4Q10NkHYIPgLZ/Sm+0Cc2PfrO7SjU0nh3RwcFxIv/9Et1OfPI+bqDkbp0u+mS1FYTyjRQqQE4vbghbbHrfvcNPbBzfACAdq4KxgVNxgIGcL0jYmRE6KD61dRLwUrvPPJldQKO8v/vOXdJ/wvYFLdOM/rtK8bsKbndyEeNBQOQPbxKA+9HTwV+iF+q8C2+hEsGxHKBfsU9vvnt/gR19y5+iXt6PDLzOyp5U4v4hG5zWIJWR7DJuru/OcsL24wRh9DDAcxARdKq7sZ0MXtJUX2McpRFK0LHCdb8OsZEk/c2SdEHhLXwt8MA/42x9MVH/oN7u8xMB0P++IlEUIVjh9DCEs70UP6ExXvEyT5T/LiKRggHdYfPM4s/jyc+6juGNLy699H8zUXMt3w7++yMjMU7u221zm62VZ3N70DydcWGDcg5cwJ297xDyLHzAXF9b7AwOTkKyax5u76EBcV+dsogc97DBf3+cDgJT+jH+sCvNmOHyRSQeFD8rg1I+rNMPTg8Qvu3I/16dHbJwsRMRyyKT/aH9ug+wXsAAmjB/+8f0voKuTOFycfIOTc3sbNCBw3DQ7Y4f7y7DYzwuwpv+4JTj0lHP238yfS3QIxR9/ZMqXID8rMOTc+Wx/f0ekBuePw8f3/17T5CBz8OHctMmeiwKYv6eoI2uUgLszCq//+Kiy85t7eESnlKVIn5i3w+fPXueXh0cv/sOTn90YZKPUL67kVBeAAZQAMJRSo6zf1Lfc6NNL/5zYD5uHz+elDBcDlBMcQuATcAjZN1t6mE7DH6b/Nr/7jxv/q0iQo/9n3elPzHLzC+iJADz/7Lfjl5RUm/BwH/Qz25QAmHxhAMTxqA/X9QhH1LhQGJClC+iEz+uu36voQ8Am0NynYIR759PLhzuETNBYULzILVQpHMHR/BREA794K87n+DxgoCeEr6yYFCiV7EmBJH+nlFi8EGBA+FwlB7tfr+tsR+eQECPHfE7YKYxUyWMjz9vvtwuzROQLiKx0ORhTxIPn8Odn5Fz7jEuv8HSQTGPfbai0NJOMKBQEXE5O+Hw7rQlgYHOPSCCL1B7ThBOCmeU0f1hLdOzvtKwcy8u/Of3pIR1je2ALrSdQLNhEj++So+v0Ywgb+wOiWRd0uQVNASEI+4fzj/QYLGws/PTcV/OfeF+kBYulE5FLrHgkmMQpIFPIA4ywN6BX6q0FMHdwb+R4+zADtGzsxIFkPVdTxDsoFHPyyw7MG3VIW2LrMCgrpwt0159VgBABPl/ZHs8sILuEI3wQ8KzwZKeT06wVa62P1sgD00cew5gu38LC3oqnX3xMP0crh5tcAvRbKCwExJkkJdm8e/ADo8FT+zA8KJOcJrf8Gth9a8R/X2jYWTsUEzfmB1Q8k/SJV9UtL8eYPttb28gK8ByxQK0IoQAXoFQQmZj1p7Bwk3f4ORfbRHg73Llzm5RITOSC0sLvapbT1E+H7HM3W68zwyvoi2N/kSf0B7yI20yBGGgv23OLXxRXVG8P69PXk55+nAuSsAizqSDb0+9bUNgRF0ukFF9sPpOnbR9QR6wf0//T9eV/dOHTx8yy2fTQBKfceCNe00vT1Gt4oIQYwDnYPCl42KQ3Qzk3jXxjx7ve8IwUPGub9zOv9I+wt+xAE/SMFBwDWAA3i/v74yyb8KQKmBzm8wNDx4O4M14/ZMQgP8gguRQ5Q6MrK4MHJ7db89jglK8lC2axg3eru3NnazAWN2efq7vLs+vgp3hgf+escRDEC3v4gV+wjeTwPBRzmw/fsEcDJ58XZzfL/EeHDDWkyb1I4bEZ//twR+fw61UA099zO9AUB067LNgLzBDdHSVQ06MrJiwu6yRLazcTOyquw/NOZ2a+4upsS55nlIPP59tYi7QwmzLAyzrHjy+AAGBH9+tERUEDm9Av34v0LLe3/"
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
"scale": "xURfPzsdSz8UPQw/ONJQP6oUkz9XwVw/zpx4P8mMSj9x2j8/LcwRP+QhIT8GuyE/iNQqP/mbBT+jWQo/WBkbP6DcKj/jbJU/EBhyP/FrhD847hM/y9dSP0xOLz8Z7hg/",
"shift": "+yY4Pso8JT9j6va9EPUHvzTweD8kGKW+f1SZvyTzZj/BFp4+an1LvxNDv77B1sO+N1jIvorlLj6VCDQ+jJZ6Pk0d0D1DuCO9DmRQvu0eET+bdO6+mVQHv7OJe76HiPU+"
},
{
"name": "stage3.1.relu",
"inputs": [
"stage3.1.bn2"
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
"scale": "IHcCO0kcGzuLPQE7A2TFOuB77DpQoPw6/HAEO7BpAzsVBsk6HmvSOvwmAzuqKP06jxLxOgcFIDvZ1Qk7+ZYhOxeH3zoht8o6A70COyH4CjvJjAA7nrHXOnkp1ToAktk6",
"values": "ARL2GNIBBwPxIuP9FgjnLPXttxbnyQ8j6eHWMignI0ET9hAAEQwRBgW5/vEMJPr/Azk2B+UMSHkfIxoCL/fuzLUDA97Xx9v4H+/5KCwrSsnwIwPSFxfyKhHGRfAHPPzeHh3aFQzi+wYl/QH1/OHW9ej9S/YPt/XdwqnT1P3F5b4ju/oJBsjuNEz7EFMB+R/hNuMUHdgHANjOEzbu3/zX6gr1Dxnw+/7409XOD/74EurnLOD3Evn5SdjtKOQAPzgrGz49Fdg1+A/wR38PM2YrxgoE6wQFHscD3Q7VCh388/XhFSEf4AMTzhIPHyIOHg3tG/vz+O3b1cSBueYZHDv9JDHr5OMl/vPnFd3+CgT36PDnu9n0DNwXBB7/Iv0X7C8H2Lnr9MX88PAB8BUI9b45LP3q+uLoD/TS6Ofd6/Mk8NkEGhAT9vEGJgvvLeni5gQHFB4gBMcJ3c3iAjUXDfbuDOYR3eDmDNPm+xsz2PP69PPMA/8J8R46FjUd/AwF2v2vCwQa6jbMzwX+6ev6Ch4E5+sVDuD/BuAI27/T6hDgD7bIBt/n7wAaNEwJ/fQWDwP9CuLvBi3T/g8Dwqzzw8n/7PH/IBoG/UVc6UJcvubuCvYW86m8DcX6AcPh/+QK2NIAJRQYBCAJF9PuIT4760n73Zr98hziJP0d+frwzefl+cnN/dkB0uvgyAPO3gUDCL8V/yPM/gbg2gT8yAXj7PIs7mT2CswEIg0S7gBWIVVlG0p2IylDKj5/DP/m1cIK2v7kC/Dm+ckkCssozBT2EuvN9ODuufjo2zzU9wP0/gRnOw0KOgUZMOvF183a7MA879TyJetByfwp88gCw7cT7N/o+wfQ4em39toKtvsYTAxC+w/hFPLb+fM2Jxj0uPsh1O4n5gkc4wARycTz/dcewf7F+bgKMfY6DQ/T0MTs9U7J0ssU7UX2/vD5HevVLxwXBhctMiHV/oEuSCkrCcLPsQMi0ykmEfVI6CEozg1F3fkI5C4YscrcqL34nc8Y6sLuH9FuGFtxbvv1BOjPIyYfNgXkLvQv77wH8MIdLb4G6uydx2YHqfbj1fjz4v8D0+ARrho71e/B494a7SsaBPsCBfa27cww3/dx6/r6xhLsyfbd4dfu0iPa3uMPJzDzVjrkE+nszCHu8vz5Eh8P7xIY2a74BRbW3VpSQFJ6IhsJDfbhCe7kut/73BDopeTv9uDTGSf3GCVADecd4piN+NSuzNK/12ZgMO3059bWD0IuQwrC/y8J+Ro29iv8oLn4tdv72OD4ML/qCWYEE1PP6BLbNn8ATE40TlFP4NAIOvc15fUzy/cG1g16D+ELCMFBAOLixwDyMd86QBvxFsj2CycxEUYE/2BJ7zwH9O/4BBDSHTOsCp3kPC0Dy5gMugov+iw+7OYS9TVP2wvE+OjfzeCl+tbI9ywcHqbgI/0A1cQtmTfx6BHyARXS+9wG9uHoz78W7STUMLjd+fbwFbqB8x3tKuD68Pg++Aj93QTI0MXq1Pv7xwrM1iewqufvCjPRKVQZOTXKKFz8DDE82j0YCr308Nnc7dMA8Dzb+RXcEU0H0/at0wcV0d3h5c/Y3uTzxgHkGCf/6vwLI/Abys3Z9gH9APbUFt1I9+9J+NFn1wo2Ey0t6Qk/DwcE3uwHNOXWESip6x/DHSjV+AsiDxox1Sfu/+wkwPry68/uM/bV88LqAtX+1BT/w7kdw9IIr8EJ6Mba8QfgMer52fPa8djQovr4ESEd8ztq/OMiAcMJ7RcC6erBttXyyuzg7QbxBfXDC+z21d/h7wbzHxn/zuUQAvPc5doO/+307vMh/Ow50Pro1RbhDRcL6ekdzP0T/tbf3coJ+/gIK9vRtA7+4gMNttoXuuENw8Te8tDbDhwL/AQFJSPcHgUGIkfRqekQ9fbZtg/6+f3u5E4f9Cob4zspBPPTJAUi5PMbCevV6tEqDwMv9gn3wRMCF/3yDPop7cz6/PPo0Mbnv+Hn88rw4uv76/w5uh/vEg5/LEJeCSIID9D2xfMVxxPm9xf4KjESIDgu+QANHskrCg0t4N0A8+Hl4rUI/uQc9joz0Bk/GBzjMOwnEALWBxoAT/IFMykM6MHxENr+A+/m7jQQ0+fT5r3J/8vd5c3A2Or3DfQC2/+6pd3m1xAGBh7q1RPh+wrd/vjVBvAEx18YChz/+vfuISz3Mg0HCDEy2dfz7P/U3K7mBhoyFgUMN+XrCuLy78DvB/0E9sQV6MnpxiQG2vPwwx3R9xvzyIHcsNWVwcbODP4YCdLb+dggCt3p4wDv6vIkPVzqBTD84CDZngzmBtoiLRD7u9Lr6Lr6G1La/xoI1OIkA1xTzTn0ujH/8+wTJQYGqgDV5FsFIPb27hDj8i3qur/cu8Ac8QCbNt7/CUQxKQkS7+YF0PT12A0bIvbpzyHv6vA1JAT+7O0dM7bl1fAUwjUn+PQ3NMnq1iGp1Rbu9wYByugG7z5LDwzk8vfNEdTj1sQODjjTsiTnFCzn9bMSKuz3QQrO7fS0sDDV/pwsD6s7/iPpE38YD2wRQcHyTPvht/qv3wYuzcwhIPwm+wPfMyvvsNrm1wvdEv3dBu3YXws2DQAnENrUNB8dwydE3yQm4DYOBePxF38oESXoMREZRh8qEOfVWyQHW0wv1f8J8Ob+IBBa7EV/4PMk/DT8WVseIw8O5O85vzrjHBMT18sF4Bg09ufdExgcrMO7Fs7rrhmW2Pr8HzsJPvDqDXr03QO4NQTiU0cPGTwF6wQe/u77BuqrJpo22BMbzt7m1STjmNrrBeQ/BDYsP8H19APh5ALvORrbwKv/4ygLXkRXFPjiGOYBDebc9O7D2M8Y9gSnB+AG1ikxeHg2G/j6FvXeBLXUJZ0S/P8wxUcE+AYeDATJyNfR/cIy4BfgEfUq2vYR4fM85vzPJf/96Rvc3wEC/8Dk6dzuAt0UxajkmJiDBtXcFxcDIk7mIgrj++wRHLr29gDxIe0wpPkiKe/1ss4nxAPjwdHS1wzxBR5M/x8Z0a0B06oJq9j9y4Gp2IiusqDR8kIkIgj9Ke0t7Sr86erQxurQIycs5PQZG+gB8s39CrfW5v8J0crMC7zS5f658d7O2vLHrdjNyM8lx+o5U6D4wNL39PEA3BPT5s7T+MnMs9qaMOMw9z8L8x0JAgfa3/7f/d33Ne0YPhnRPCgmHxEE9KwF7tYi+yj/3wwEpcz3C/0Y8iFD2QMI+O0CwP301vvZCi8XtgYIGQfyEg7p7CMyJx7MGQwFTi3bJRwJWwXvQznzBjzpOFoWdmAsEjLcIAPmSuoHANLHTjoqThH4EDAXNB8efDIJUU8j4Bf+FssQ3Qbd6sri6cn+/jC7+X8B2OMerO/lDvz7Iu+l8fLTAPwZDgkCFSMpEhzBrDMY/xYOCjUQDRQSIww5HVQlLj9kIQsJChnWHAHz0QXeO140Vgwh7TcO5uoZCNfsAtss76QXtOMN0h/fGx3/0ge6HPv9OO7XLPjg/Bvj4Twc9i8D5PUV4uQa8ljx5CDy4vEJ49Tl1hj5zumX0AvLNOJQTWE9dk5W6gQnAezgOest/rMLNdv+Ew4uEum/8PYtERIB4RPK4RUI9zEC6w0I7sio8vnW6OLlFfXsGuf4Dirt2vrfzPaf3+DI9gKsNgzb7ioVDPUQ1ajf+sUH7RLq8B/VSawj/TU9Fd8eK7QTElz8K3/4RF4y/O3+XAQNMfYg4w0W68L8orbHDFLRGkrA8QgA3sf3wv4G1t0JAu3o+Ofw0kYM5irvFv7j/AIF5dMJ+hkz5yH8/CgF1DMQzAKz5h0SEd4LFAoY7Bzb9wpP3f9GHwH16v8e0z3uJ+ciKPzm7A4YEC3oBf8JHxnz6+7tGwfuEu76L+C229nkHf778gb1HyPeLCUp/yQ4y1BZBH//IgkkDQHxKuLtBvq6AtEi8ew94w/38fslw/0S9ukGHtTH7P738gv28QdEBSA1N/bp5QtIIBT8PAgYD9nH3REA5+/69s8K4OooIAUD9BlCHQMaCQn5zT/BEtcFLf8LGvfbBAcyDhoeIQwP9jYN6w8q6+gGJyYfEEBiJhhPEFI59KXwl77wwwP32d8w4P0w5A0nEc3ME+j15PvO5uEz7RrRK938sAwkIg8O/BhL+NrB3/D6xBLu+t77EgPoDQzPAt/uztjXz9D2/NAN6ej9H/WxCf7Y/+nf6/8HRwpQW2dKMUBN5Bs+4OpMMjRL99ggB87D7bfdxLcr/8II5NcNCufP2vgbEAYe6Q/u7e/w/u4IGdgWBsz86Psoqv/n7Bot2/YTxtzqJLf25Nbh04Hg1fvotLnPzDHz9Pr///oD3dXt8LPd5NYDExcKDR3PDBMOAOIR99G8zyMe4hj74fQEIv8l/TAN/Qj2CAoFAyo2KA8NHhfq4eDm0cjUztfn9wsYJdUAMeMVHB32QRMMBgQQCt7xuuUK+vLqJxbbLAczD/4e7s3UBNrd7uIEBw4OyPHrw9juFDEVEyT68fwI8gv44wDP6t73FiwCJTsUNU0CfzstUScWDUMQGRo5CCYu5fMSGMsM8xr1C+0W5f3/ywsyFScbIwwPD77RDNP58QPm6fD1/eP90uga+e4R29XICRgbIh0h6tgOCOzz4OAUCBsF5ELcMBQ4PVL/FgwhyfVCKAcZ5R3gHxZG/BcxIPIhQgom6ir+Fz3VRgQuDeMR4Onf0evp47XkHRTB8zPtFhNFHywGIs8vDw8BG+FDzzEP9QXuRwVPLyj8LzE7AP3J6s/B3tXX7sXnxukG+wX/HBtKKUQ31xf5yvICGhYLG/TLxPxTQvZ72xn4VmgvUmhC9yxfz8FAGS8JyuMo/jnw1QIn+OIcG1Ep6+hfu0RiDiQWQkYt/AoE08Dv6yYZ1zfmy9LvrYEB+/rz+T5dI1AL+iVIvO8FHiH8wcuu6zQhKFj8Ph8c2w/NAO74QhsQ0uIcCM7i+ey5AhY+BwEmCfkNMAPw9gT4+m8V6fMX0dr31dwS4PMDRhZ/+hYjxwVFEAEZ0wcBt9n31AjTFEHX9fXKmsJh7ONNB/KpC/Xv19Yczofy98Xs8B0F9dz5Dy8qNxP3G8PV7j8pCAoM6KwI+hgw6vJFAzYhCyAxLfz4/yoHBRUH+RMVFObxCCoa2PHj1xOaxpLp9Nj04+bW8dTmy/vv++7D+hDiKOz6HPvf+MEu6PEBDhA/TDUbbj5OGwcI6yok7hwDOUMzAyP3/hApCgAr8RgmFCVC7xoXDiEiGgYO/Pv+4PvyEi4R5xcR6df10hTlxuHj1wzTDtjuIlpUGS1EIg39+2YpF1MBIEEJJQbqMl8aKTclFhzhE3RPDCUYAAHPHgMWIUIm5drWIWARJT4O9hDGQzpM7f4C2RzjzMLY+fXPIPIUJ/0o0fVP3RJpx+cOJ+wk1NUS9vnnFBLaKwgkRCEh9jFG+ctACwwNAgJZ2hITCX9KHj0OGioW8fTb3v//zsncqOD34Sv/6eoDBvMWxeIKFeztFNElDcbyGvj1xOTX7f36NQU+EyIGJz8J4wLc9w+4+ubuDB4M69T9BBMO7vPhvQMO7ecMz+C/4NrBwdziREYHPgnL9s3XNefm8ggd9Aj0Ady6LErQYhqY9vMQ+BXD7cT2A83+Dy7/BCqx5/QGIBTyGy8O1DY3QH9bDfn+8r3a4Bn4IQ0OCilIIC7u8hLEDOrRMK/qytAV7vc1KA8BBv42NhkbEQD1Cwm4LCli1A8vGlFBJQUE+A79E1wv6AAk4/cH1LrzMfTl/RTKFObY1vW859rt79AVvvj+G+sj9Q8JJADMFg5OAwQE+ADP+/XcB+AC2vDb8yW/6vH/Iv4HCQ3ZEQT2OCpKTQAQFBINBgxN+VUgIRjT9e4T7x0gQNwAKb8UCeYVt+Dt1PmqyM3sgRUMwQb7I+YJ4ADmxOEV/xsD6dz82OoS3wnuO+zDtNK0yrr+4tjXIxkaGCk2F0TXCxDN7Kbx5O4J1OTz2SXw6SvhPg5GDAC/0gj1Nfr9ySIgANwIQewV0PLd7OMu8A3j7vPl+tLdGzFNIy8LCBX+vNbrBvLy5/DSIinhB+vlGzWY6zfv9RQWJ8z9E+4MFhYBFvIGy9HTJQVb8NjFHboOFsgc4cDFF/XGSqou+OPyKQWyChnd+MXfx9/Jyvjt/gj9vRk5KG0w172egRQZ901yGEbbD8U5vsdMB6k3sC5PzAtH6PhEKj5NECsk/9rKjt88N745EzgTBwvsRUPKtPIfI80SFvvc7PfkHN3w9SXHKxnU6PTqyRf79BI/6ereFNbUx/oE1vfm9Ewm+PzsNsj2EO0k0gnGGd8KDeIsJeVVy+/3wSQh2Mmb6fsVzPEa4AgK5eT6HQ9Bwywr/9r4HubTGu/r9zeuDjENLfPrF9zJ0CzQCSIr/gbSytkNMwzNz9W1HRk3GcXOAsz+2QkUADEd7+yzALwFx/cYuyUEKPQx4wEXHPD3CO7z4PMGFAff7CHFchblxTL87gcV29jV/A/r/vnUmakBHmra0avQ0Pk7H/gB5P3Y7e9YLEPkIfYyLAv63fHIBOwvFvnk8OQLC8XEC/oT2dPBsAntBvPzgb/01sUZRgguCTvlyEg9Ex7pGUn/8PclJ7sC5+7zBOYFG88TTtcqMODF7wYWHFcgexr7N0owAPLzyPg091VBxx3CDSvm+vDa+QwQcg8e0AZPzvS4S/oLKegKzbIS9S/iDtPTyeD86eXz5vPTLvk1/+pq9fsX9/H8Cdvx/CAIvzsm0bUSGP/X7A/a9AHlDxoyRyqYxune7f0UKPjqEwgo3VwF5CsU6MhB7a4N/UvxJBAWQBod50wDX2bNE80Y4rYFzuOm0cb+ES/sA/y79NDVBZn0qsUy2bQzFvYV8lsbwYHkbv33HlnVEvX6+vbnzrYfLMQLHQsKD5Lh29UJCO31+wf+LxgZ0Le4+MKp3OTi"
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
"scale": "zGYtPwQARz8PGCI/LNBCP5ZXHD9RkDI/FPkTP9ZjGD8/3WQ/KClYP2MxMT9+mN0+2aZIP1ZnMT/fmug+1aTxPtTYBz82lCw/z+bhPu1oCT+JFGY/Jmc3PykYbT95MGg/",
"shift": "6xNrveo/Nz96GL0+abhXPm13sjwBC1c/4ZcQPxPDRj8Go+c+sT4Hv1yX5j9lWRu/gvaSPuZ79b4g2gY/8hOkPj1eCL/tJ8095GcdvyPhcz5AEzs/sH99Pt3lgT6y6vM+"
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
"scale": "+rrEOi42/TqMevs64fG7Ogshzzo7Qcc6NbcfO/K96zo/dRs7sZrXOg7X3DrsI+E6cF40O0jbNzuW3ck62rIAOza1qToaRPY6g7vVOr7byzoNZOM6c9P8Oik/3joc3P86",
"values": "4FYR5fnu9QogFSHCFTftD+zB/dHRxtS01xgZMhPjJQEXqsf3KGnvPmgEOgAUJ1chag9KL1ABAVbz2u84Du7d+7nx7OutK/LD8v4CJsoW8dRE7AQE9v74HxESBxf1RhL/YBz6STcyLnE5Zmhk5BImIi5/72VRIS0RLzPs7QU6F9g/HyLy8gzzDP0hHTUyGg30FzDB/uu0/iQa6w3+QkkG3uH9MSFBfgg/V05D7h5EQlYf1hRVHbnU463HvPsKH2ksCjrVESbrOyAL4QLLRt4NH/MIlALIz8pO7/X2ItkS+LbYMgfa/w/ROxQQrgzu0+kv//mwue76+r8DNPfkBAL7EAZII0wD9dnq9AAIAuTaVPswJgDSDDT/JhUDCi1JMD77Nw4Z5fEdAxDoEy0JDgzqSN8W5M7+2Nzs+drLDeXxCvzpH/L/HObgyPTI/eva6+0xICP02B0SJPYf+CgT2PjxPirxPSgkSg9LMig1KyomQkv9Pv0KCH8Z8CtG+gr1HdXzFAT898oCFd0e98nsJvsWIPv35SEzLSUn8fz5wCUZA+glJBTxD+Pv3/DFz9XAx/HGMh0Q3/MgAi4GCOIHGQXs3t3uw9EGJSQL+CUzBfzYzys7HPIJJgLO5O8PJd8CIiwl1RNXGene4AfX3eUE19wkATDeFfLR9A0JIdji8Q0IQO63BgLtCeASxwz9AzYwGf8CHvc39RMJD94ZAR374xgqFTIl9P419vTA5ff/uwARL/3IE/Pf0v0cAi9/RzQbDQEEHlg9JCwPGzA2JvsG+NvfC9sANkkjZ00eExAp/CUJEwo29A3sAO76HPMR7v04Hz4GFBLzG0T0/NraygM7Hfg67P7b2+TLBsTkzfXg6PrVJMG63hQc+LHT+Ba/Aha6r0j2DgbS6CRa1ikX+/cByQQyDBEgCfZA7NICAiUkxOYU+zry8Nke5+HjANQu1NTrQBfw7AMUAy2Y8einXPnG8QHxBO0A0wXwFPLDD8nJHTkt1uMxEM437dHV++K+CLQb0CoD7gVGFhILLAUzGPxQFTPfNerUyhDVJMU2DF/dhgjJF90XGvsXRgsntyTAln9J3E0TtR777yx42TwwB+LxFq4t1x0Az1u8AREo0ufQ7MPjCBwE6QET9fgxAPO9NAAuHRATyB/gBB0Y4jAFt9Dc9tno5/4oBCQEBfXkC+Q7Fb2mFNQLGuEA8eTkByb318zVL0KT1yofKP/XDubQAvYgCM/5zBtDDbiBFdcM/9fU/B8qKh/KHc3lCBrp3MXcAtcF3x77vzD1DWE1NRUOG/Yh49nO+hvtNCcx9ATU3x8OAuPOquoS6QIrsQM+Mv0YZ08SHTRaSy1PLw8gLSv4LOgOBBr51brH7DrqOAboJu0V4vEX6BEgDfjxCvjTL+Y/7hVeNAjFpv8q290HGB4RCSc51dcwHUMG6RHN5tfiKnQ1OSJWEk4UBuGt/cUBK8cOxNqiLKsh8gv2DDDbUuo+Edj/wQT6rLgC3dPQKkQpPT8R9C0A1sDWz/IbA74S9+b11ZUDMf/JBhIYHmE/N8TKvv/1qwfhw8fRYH9mVjFtLlV3RfBuJ1BJOB0GGwUqKEth/Vkn9vkM1urf3xYZAijznPm7++zXmwP4CPUr4OPy1hjCEfjk/A8NML7HoN/AD9HmEyoGIgj5TjrlQegO5SnoI1ZDHLve19DpHsAlP9FRHRgF4B826A/X7Mj7B9Uu1xHxxRjuNQ/D/OvmAtAU7PPu6vYsKRQLAxgaTixNbX9bKyNGPBwCEPskIhoWCvj3DjfaDTcNBSLO9ALmA+n9AiQjDhUaJRkABQo1KPEJAxMp/gb/EQ0u7CMh1/zm/r3e/N3lExEfE+cnGh49Furv6gvxByYI6f7zyzz5NCrs7ubZ0d3p2ADMPFZDQFk1QjlT7vXY6NwgC+O/Ayj4BvUXEh8d9xELE+xAA/sY+xwfEfADAiAgTxkyOEZHCw4E3+4A//7zECr/+BLdyhP59dzOQgsT6wMQLP0hAOUtDy3+BQMbOGhPPlF/JXUeAKrv0qPg3O/YAi87z9Wj8vbI1sjF4xwOOL/W0Mvy5NLz8cT2+hNAKuYqHOknzPjx68vw/Cj66QTIAg0dKdirzN4nBq7TJbnRAiz4BuQr7fnSUUdmGWMbWk5K3Azo+yT7/RHaDrHKmvjH3ckQ++j6Ex7J6Qz1ueS72tEIrOnkKyMDDcIJIvZe2M4MCezjC97sChX4MdLz3Qfmz93tDRLlth/v1Ojs0OjdwMIcGer43N3fJPTvDwrI7hfV4sAmHOu/nc8oG9XG36/sLNoMC/D/JSInBSFQEi5W0/vf0dH19PjzLNYVGBwNBt8E9BW0CxcOIOUMybzc6ei34972/c3t78/bF/oL3hTx884VIvPfBTMjNhghQ/T8ItIA7JG18QHXKxsp/+cKzf0KPzpMWhx/Czs//bbk5g0rFBggA8oG5dC/6uHpAv/5Ax4zGuPME/vq4+/8A/AVzt3g9PrOAtTU+wbMEgcE/BYFtyIh0OM93xL+0hHd/d316PLFxbfg2Onk0sSpMCsuKEUXSy8a9c/rstjiD/AJ09Di2+IPyRf+Hs36+hX8KvIixfg7Bc5qBe8aJwr+9L0R6vDvNh7tAO7cG/4EFxX/Lwks4iQaOd8BAYsjDMrTKiBZZkJbaBgcDfU/H9cX/73v6t7d4CoG8rzP7PclEqgnAMD9D+X7/eEnAODlMS8KJUouMClB8/lPCiJ3Fe1G4Bx/cSMrCytV6tgGHxL6088J8BW52d4QGsr2G+dJEgVAIScO9x7+Hdr1GTIc4d0MC+PwGMn68zQWK1QKRT8Q9Onttgno9AoxCSnd8em2EC0BBUYfYlf7Agz9w/EbJ8niBx0Y++fOwrP16fjYFa3b6tno1OfBEA0R9/QLFgLI7zvuNBE9TPz198MP7+T7/svMSjhVc2h/au5Vni4r9/s9AzrL2LHY8avQ8PU88TZH18v42rvIGP7PRs0WIQjwYi5W1FPD0N3s0K0LqLLN1Lb0HvPouMcB4QzgFdAxEdz76t/KMiT4OXkKNuuiA08k/ij9LeUGKOn31TYH7O0KAQzzwA0wAv7C5fz1EKrF4tPUscfa1uK/0Pm+GwYoD1kAwScFEQA8BbgAETIvAP0GJeYPCvEE6wkfJ+Sr5uPS/fIOIu8QFQH8yY7lJNz20d3k9TszEi1/ETklzu3A+snh0bfp5R5C80gAyOT8uNO3xzHCGuUE5+nA37rl8xr4TxM5Sj438FsqGTErKEEtBWH1B9sR5Qz+HPEPABMMKxr8Kcz8OPr9xtb89vzUyf7pECb1DOboEuH128/ySPsYztLZuwHO9iMA/ePoPfA16eipsuLuE/8l4BbsAAoZ4/vZECr/LjQkJCsFOQUrMgT94fP7uczg7QkfutUHx9HL+BP4DwsGIxJA74MKzgzBGbPsBtwZKzlSFu1T+d6t666m69cI6TT6Gfr4+e4g8/nq4wb2Aj0O3dPV4uTp1v7gGCHkAwLrAu8VLBcBKzH8ESj8NBn88hPs5w7bFMrt9QIDJuYT8uft7tASCRXh1/0O9CD//BXrCu0XFwQaEwPLGf8fCS8E+hkNLyolOV9/HEwtDfEX5vtCEwIaPxgfAyUi/DEzAgHYCcsP8fnp9csg9NEpGd7aBvUCx9vbI+0D3xLvGALw+CPOKg/0ISsaCicyAzkRCCjf0+oAId7o88/Z1tb0GS0cEjPhDDju6RX+DfnwEyD3Agv3/RgA9Qjh8v/3+dzyAwj3/9vk7urb788g9RT3JgzqPB/TAd/iDfroDBHwFhj3JF8EKhwv6eTX8QQP+/7p7OYk9+UE9AnzPQDt0dP4AgwOMjIcCAbp1v4hMlJYFkLtKyjz/uz84rgQ2dv+CAAGHOsSBegB6Nv+DNvl5/bwM1D7fy6tIPP14hoH9dXm8fL6Cuoe+hHy9hf8CxwT/Nz5Iw0u7gwZKQT3+ufl7M3wAQX92fEEAu4EBfLX9Pf/6/4A8+4ICyEl3OIwB/fn8+XsIhYe9/flAtAuBA8UDMjf6voUvdfdDAsb4Ofn5StEBfgy5PgVTjonYi8zQzfO+PbnAgYy/g8KJqnrBiP9QgTwyMIEzZvQ1PewvttsDwgIIizoShMbAOU2+RcjIQgD3fBO0ucbHwwMHjwGBAwU0rzb7dHT86jqCsPPvuPOzd+iltUYsMH49f09I/cT8eD5Ed/LS1kvKX817xVECPjR2gAQ3+baIhwi6N4vDizhuBlN7+3W4xoJ99Ha2s0Z3AL4McDRD7QAhA4HJVQ4UA0rAjAUNRra5MXImgEaCRczttUQsgbo5ggQLyIn+BA77AbA+LvfBgvsBfgQ2+YRB6fvGDAA8w41//3uLffe7uL71g4MRS5IXUofbTTABPjeEAHLGc8hJM87DsxIGfvV3/oH/L/Z+N0OTNrzYAgU8wEDPFMI8w0L6Czx47QmBb/uzd72+BQr+v1E+xoYF9HnG+Dut8/8bhykWX/XV+/OR+jC8Z7t/9YYFQgd5OwNDQbt6ugK19Tn1s0HtwcAzCZQCPDZyRvu+/zD/u7v4uHtDh9SCBcKG/Md8Ps32enfKPYiJbonKNzwK9Ii4vgI7yW6Pvzw/LS/ICMREOz62N31nPAMKzP9y2oL8FolO+66IzMhGscjMeU6CSXjbfMT95m/MPTs9QPl5b0zAPQK/dLAEUwLOvtYNBoEOVlcGilmIz1RsQDuCPYLIb4E9w7WvQo9vNXr9N/TBBW27BZQ6g3bHdUSSgTGQbrjHQ4kEwXa6Ba8+crsFcHjw1YUGtxLVDNSCGHm4tbqDAzL6PIhEyMu5/7gNWsf6AUuDwkx5Pnu+tVOn68E/UkgsgLJARcJmgJd4elO9T4BpeAbzQc3Q/T96l5eZvQ5EUwS9+vgALfLFRKB2wY39w0u7jDtCv9QG/ACFf4y7u8vIrTc8Rj18AI4DNH4/O7IBv/a+BYI+PnlGlIfBP8BJvYIMxz6CQ4CJywSFcohJikoEjP7H+31pPo1KPrcKUdC7NMIGCTp0AAK7B8b1NLyAdzS394OCNEc6+UoGOLXyhsHIcMG0R5BDwDl/t3/z7sA8d9BARhlPWN/JDphKD8lOlAu+y4HDuYGFT0wEkUpDvYWDQ/ZFB4TNd4u3PLyLOPwKAsD+g7s4xsE/+AZ7yM5AMMORxYnHtAh197fzvjB1O7ZAebbFhZFKB0N/y7x+MMxFPLyKP4CMNwG9BUb5QrFL+XZ5OHoHfwR8wq29OoZzBYZPE/gOB0Q+khEXPMQCkXGKd78IR78KQm/IiXwKATa6DrcsxkP9B74GDDyHCa73xsMESDmDQUMHv8aCui/EhkkS8sZ6tsC598F6xYb5fHuAfPxCdwU8OPuBAD7NX8KVGkpdlluHDpkY0dGQCQ1Je3yFVYH/DPi/yobIRs4LHVQFuzf7vf5FvH8LBQTBu3TFgcozgXyEzIU0Nk1Cegc0Bb3IefJ0cjmvb3N08wCGQEanhXatwUE0jQHEcb1ENMExbbi5xjXD+0CVkHfGhPa+QcNXiDrSOPyQ/8qJP0aR9IUvwgk/wUf7P/uJMw+38vjt6MU/gPaGdb42grEyA/lA+wIOeP9DxIoMxX08jIWERD0QTovanx/GV5NGcg8GC8WGcsbOTMqBQ8/AsMP78/9v+tT1vfczrEF+cXlWgcLEOrbCvXr9tPCLOzkyxFP1xv5RlofHwMwAc/6tw0bC7g54RcDFAT64+jD5v7F3ksGEzsorE73AtQ1AQMB2d/4KkshFQQqCeLjK0DlI0MJDBfaBf0mAu4pEAYeKX/2Ie75K/gwKSHu0CFmDgYY35zS4yra4Sfc7RH26AckRe3+8UshQWsWMEIoNhQmFPM2ME0P2MsI9DwxItr/xtUTxanc4uX9NCQnHupmJQf+Ohka/ggV/QbgCAsZvv08PhMO4A8b7Nn5wMYC+Rk5CQz8PQjZAWgACzYJJ0QqUFdnTg81ZxIPKe7VKjdrEvEqCRkWFCbtNCL38B8HNhn8AwZp7uQ5/d/x8PnZF/IHz+Xu+/7vFRxAEf0J2vte5+jwuMMO+9Mg1+6T7+6CrsrBCAUoxA8GCAUzEN4cG9wh4QKf7bsK+ycRDRf5f1AnU0MlEEdaJOknG/YNAvMhBg/61QcUCQj5yagNE+mS2h3FOwDvMQET+v0D7AAA3tgDFAAKJswYCecVDtYMF9Xq7M3z19Gn8jsq+tr2QObkJfAbQPEvNyLeKVLxGP8W3DgqQ+0sDzXaIw700j8Y9xrTI00/eCPL7vzzAOzcBBs1BxocFRMQeDVUGPcldy0uARf31gDCN/v/CyEoLR0c8Q7u0xEJLfq5FefiI+4DA9H29eX2A+IJGfEWtgb6+A4SN+H0ChYgJVXuHzEwTfvU+TIIBPPw2rzF2zn76hca4erfFdLdG+pw98z0B6ufxI7ADwPdCC9Fljj6CD0y5wAE67zRNAG8Xjo0Nksyfzr/sr8c8aqy8sy5H/DautbGusjh+M0e+uwQuLHl8UnPLVQNIxjEB74K/jseLOfest/ktNsq4vTpF7/w2wYC5csW+RgR5uv43+gDwuS7xsgHvLCGoq3j3+DH1BTwbi9nKS0lQQ5F36/n36e/Fury3wzKBBW48PYBsv631RsK7Pxo5BgfBP39JDAw0a3w8ZLI/PLPHN/cIPc37gQvs63f5AjMBQbUDA8QQx7zJA4C19bSPADg+ADKxhME4cjk77Dk35/w6ufL2Aoi8vwb8dTt3Sf0OX8wLT49FgsD07z/8Njr4zARIT9JAw0gXAAZ9dsb3hzexc0DJFZQQlLlRAkb0+Mhj6uu5u/Px93T7uDelOb/xvoLxuTlycTl89m/2+bIGdPn2o/lvN73wcHc2qqJ9dLx1/Dk6z0O7wL0DAsuQxAMGCEjOgbR+A3IJA408NMTFwcjMvXoKzFJ"
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
"scale": "/ntmP0ymkz9snF8/9uWDP0hucj9ABm8/TshGP2zacD8SxI0/KcZ+P832ST8xmos/ZWJnP879bz9WJ0g/q2ZIPyvCez8NAoI/uPd2Pzucdj/1/1E/xAOMP8EbXz8Fokw/",
"shift": "8OOav/fctb6R3Xe/9GaxvTgAxb7ex4G+CGiov22zgT9pCWI/KMcrvzr27D5iYGc/HG0LvzMnnz6fmaQ+Yyr4Pjzozr4QBS2/Cg1av+mZb743vqO/nOIyv2AZpD/jZaQ/"
},
{
"name": "stage3.2.relu",
"inputs": [
"stage3.2.bn2"
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
"scale": "Dy34O/y5+jvOfg08UB3TO5zuEjzsFjU8pn4ZPHm8wTuM9vY7/r6dOw==",
"values": "d8lj/iNoyhyzf7e/V7fa298JMC0OCK22/Wgr9zzk3y/OBboEzvDbx+l2f8468a64LwUNHvX2N8zb9zTeHyYaMPP56RbXf/vSF97fF/Km0LbK4j7xX38Ic/bSxkDPJxFLRdMP/whAsRXLQNe7fwHYJeLX31fX4sVA4fz0BvXlf/4H4uwb1L8rwyvt5/IyD/HWzOL0+e0gw15/+tYO2NDh2Oz69Ofq0Qgbk+Pn3ebk7f940y/7qmRJHQXJvdDmwX961UzaBu3bDNUF2AJ/tuUl4Dc0H9Ml+xK1ounaF+XlWMDZ5HsgxmN/UiDKueTM/nlH"
},
"bias": "LKMjv4NyOr/LaDE+vwPfPlX9273ayoW+FgELP/CxhznKux0/Iw4fPw=="
}
]
};
// sha256 a9d1a941b549b445af1f352d1045b3dffcd595f203347e8ce7d0f0e41e82ea02
