cnncourse.networks["densenet_bc_mini_32-page-shapes"] = {
"title": "DenseNet-BC-52",
"record": {
"plan": "densenet_bc_mini_32-page-shapes",
"seed": 0,
"network": "densenet_bc_mini_32",
"options": {
"growth_rate": 6,
"num_layers": 4
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
"precision": "bfloat16",
"memory_format": "channels_last",
"sync_norms": false
},
"augment": "Augment(Flip(p=0.5, vertical=False), Crop(p=1.0, size=None, padding=2))",
"data": "generated shapes of 16x16; 4000 to train on, 0 held out",
"seconds": 397.9,
"device": "1 core of AMD EPYC",
"versions": {
"python": "3.11.7",
"torch": "2.14.1+cu130",
"torchvision": "0.29.1+cu130",
"cnncourse": "0.1.0"
},
"commit": "1f15d156beb1+",
"date": "2026-11-22",
"measured": {},
"test_accuracy": 89.0,
"test_accuracy_of_32_bits": 89.0,
"made_by": "cnncourse export densenet_bc_mini_32-page-shapes --seed 0"
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
"name": "features.conv0",
"inputs": [
"input"
],
"shape": [
12,
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
12,
3,
3,
3
],
"scale": "2auGO4CXEDy1iM87pWrPO7eAATwLZZw7jDgAPBcR7Ts+J+w7ScAAPDfv2zuWjPY7",
"values": "YwfKzLio/CDKV/u9AIGswvj+KvTi2MjYDyPNPRIEUYET4+IBPAQFTpER6dz4NhwSQpES3+INfz7fLCSX3fTValHU9Ci6CMTLYFDmKAub79TB9XMR4IGoGQZB9kZS5JSw9fM0+H04sKCzFP8q1A/NFX8krRQg5QAC/1gath0J1fzFAHMgwRcSAxti1thQhf75DP5CwwBwk9v/BSp5gccknyrqzOwJwX/w4/UW2+IX0VL18+0ZwvUq02nh6fwPI6zqB6j3IT9N9ckEKLHqExg9GbMME6q8Hvd/T5vmWimp8eMnI6noejGk0es2I67Cfx2+ygclGjMY0vZt6+CeGx4ay9509Oq2LS0Dxst/5/+skW4Wayb+/J/LgXEEX07tAZECiWAAeTT79arDk+lk5bpoFeARt+1WzsR+E+Tzpd5o5aN/LOny"
}
},
{
"name": "cat",
"inputs": [
"features.conv0"
],
"shape": [
12,
16,
16
],
"op": "concatenate"
},
{
"name": "features.denseblock1.denselayer1.norm1",
"inputs": [
"cat"
],
"shape": [
12,
16,
16
],
"op": "affine",
"scale": "dnKtPvN39z7rA50+NRTYPji2oT6vJIw+2b4EP1ee0D6Oxfc+RtnDPiJU0T4NHco+",
"shift": "/VQwv5dSbz5hWFE/G/YJPzDo/z7I7JO9SdOyviH2UL4qVYu+NRY1P6r4lD8zUpq+"
},
{
"name": "features.denseblock1.denselayer1.relu1",
"inputs": [
"features.denseblock1.denselayer1.norm1"
],
"shape": [
12,
16,
16
],
"op": "relu"
},
{
"name": "features.denseblock1.denselayer1.conv1",
"inputs": [
"features.denseblock1.denselayer1.relu1"
],
"shape": [
24,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
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
1,
1
],
"scale": "oEDTO7MIojsFeKc7Ve3HO4Z3fjuRBYY708TtOxMOoDvbDp47Xz96O4dftztn2Jw7OD+9O1i6jjvXiaM7BW69O1OBsjtlKLY7rpGtO+PZmjubxLo7o2ikO/ZSojs38Ks7",
"values": "9TQd1NLx//MEDH/MKFunzv0IIdTlTIEE2IFJqg086qEdOQki2H8dYt8TG4fEDAHX45mBM7nfnnz1HIE37/+lTd0zgT+tftJ17j4h5uwJFvvPgSwi61YB0coS4Am3fzAFqwy7RIHQ6jr8od7o7Tt/EoLHPKsFjSfkuyU/7fHC7TJ/zMYKQO1DfIHT3vc1GjC63fGy2PnNgfO/BPym8M/w1/8Dz0g7gYLe+LqtMe7J6KZiEQGBIQXOgQUNQQju2N4r97dLBAQvKg2RPY+BoegDeIEH7v/p3Gg4yfLFgfgGNrKzyydDGeuBFUIqfPMtyE4gMijXoI+7ufNWOAl/8YE8t7Lk4czVQBTAB82B2DMLBga1ItvICNqivUwHSNrpf9TO"
}
},
{
"name": "features.denseblock1.denselayer1.norm2",
"inputs": [
"features.denseblock1.denselayer1.conv1"
],
"shape": [
24,
16,
16
],
"op": "affine",
"scale": "v0KWP9hKxT+mrG4/wC6hP12Ohj/uzJs/2H7EP/5voD9n/Zc/TMe7P2fijz/BUFw/FLmYP6nuiD9/2rI/nz2YP98rjj/AYLU/8uhZPzKFjj/1EZ4/mXKFPyR1jT/UhkE/",
"shift": "obOov0uShj/aOvA+vMChv+Nxdj/9Que++iqiPcr2ir/Z5ZI/SpLSvom3fb1P2wW/RjGkPxpgiD8XnXw/8oIyP92mXj9/cY2/BxyFP/DT+r4I5Ug+B9UDP6WTaz/ZoPa8"
},
{
"name": "features.denseblock1.denselayer1.relu2",
"inputs": [
"features.denseblock1.denselayer1.norm2"
],
"shape": [
24,
16,
16
],
"op": "relu"
},
{
"name": "features.denseblock1.denselayer1.conv2",
"inputs": [
"features.denseblock1.denselayer1.relu2"
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
24,
3,
3
],
"scale": "IS+OO0ifezvaZ4Y7HOmaO5L2ejs3JY47",
"values": "/xjx9QDgy9u3wDxRLyHu8ZSq3L3JJwTsGRwr0xEDxwYQw7j2EkBWzdb86uvksvMC7OXXfyTyKw8GHBIO5dGysgQn4yckSS/mBEMY8NsW+f7l+SDvCO7dz7KzEQINyirI4v+5/CUF7v7i9NoLE/kmMPgb2N4kASJozS4ssfnsGAkL5OThzPARxPYq7Cdp8OTqEBEkC/b60v0ODggTuuTlHD4lD8bu9yY03Oro+68dwyU2HAb6B8YCJgHMGf/rAuHPB9a/yPBAEA8T/CEuz7Lw9v/wBhUH8eQB8v3LwuD/RQ9BDxf3DwvaGSIJsqm18tLtCPAP7uTtoOvjzdXJxtz/9fEKARU0qcZApObAn+HdTxfl7O3gCBsaj9nsyfXy9Rn73evRBAQfJQ8yazDX+uXQ5dD8ADLvOLTDTtjEJ/+z9e2/GeTx7kP0IVNB8jrywfnk/PrtAM71Hh/8NC0ZGw7HKx/zEQXW5PMIMgbbMEIKPi8CEhU/5uKr4xXwC/nZBQrpzRv5QDDnFumBBBbt2AvqNO7jUE76vwvrEDYfCQPw//fA+gX11hry2Pez4+GtEBYr4SH1w7Do/vkTLEYpC8f5zc4G9Pci8zPqDt4n3xb/o7oA7kc4uZDE6e73Ee4d3cAnKevb7bnXMBfq7tsAsr67tgYRH9WsEksZy7G65vr3/RzeAgDtzPE2zMje16sd9uflJKOB7PYltx4t0xIh+hb9J0YC8DgSsdn43/jXEQ7OtvAjBPPtCS/OGT7u8hX7tq4E/yyuBfPY8DwmzuhH5QPaQE0CdjPyGx/oobXjNUHSIgTI7a6oab1BS/Ln9a/R1eX28z0RxyknGF7PBfsZuenwGVXFHAPi3+7m6VA0ngMnvoHe+DPtENrV++EJPhv6K+bmFvoqsAlNiBdwzQU86QIP0Osm4dcg3cXSH+rdMAMo8fwJIgPvBdn23Q4EAQsqG/j1+Bby0v8V6g79AQ4U+BgF4t0ByO3p3woCGlgQxQsBxRIW4Q0jAAAr5ufs1fQX1fkC1hlL9DkP4cb82+4I/BId2zsEDgflCOkCN83XF8fm7APqtfngDhbKHA79GhEhHN3hGvv+AeHV7yfK99mw9NXYI+jUJDYoTxT3H9fY6ucIFS8ECRn7HRAJC0DuBx3u6RHqVmL7FhnKBZ2ZAePKBtvTzr/8Ltvy+aj6IQYHHEtk1ib18s/NpsHVxuMEoPNwte39u8QX7+cN9vTGKQW/9K3snvxDsvgHRwHbxr7BrMErqwE3WyerNCDQ7MOrS+aDE90TEl3aYisV2iPg+/i27RIu1tEJ0eM5s+3v0eww9x7c8O8N7LsiBWArygPSvwXb0Mz3/M/yDMkM/N0BDPj88dy+4MWZ0PMN0fLm8MfcBvzgwPfhO/e7D8jO5OcEKhsvTQTs+8UYFPE17RH92Pbyw4HfBf3/5+S/CNbCBPe1GEgB+eP5xuP3NRfeOPu/29fg4qsW5TNgN87GJR4XEeGnHRXWKQ/B2KTF87WgEPjZSBbr5uji5jXuIwjn2aav4e0JLBXzGTH/8Pbuxrng7QfKBwXuAw77LyraGdGz6fZE/uvhEBHo6PrXAvFF1tgv8eYsPyAaDArwx9DF7hdSyN9F2/1CogIUDCXhSR272hsT1g80zLqyB8e3BSPQy8mB49oKLx0CMUASuqMc7v0FSyEW1PHG0MSK/ylA3+wF0sMbxv1hFQX3+SkHCRcK5RPN/PT5G+MG"
}
},
{
"name": "cat_1",
"inputs": [
"features.conv0",
"features.denseblock1.denselayer1.conv2"
],
"shape": [
18,
16,
16
],
"op": "concatenate"
},
{
"name": "features.denseblock1.denselayer2.norm1",
"inputs": [
"cat_1"
],
"shape": [
18,
16,
16
],
"op": "affine",
"scale": "a5CsPovkwz7sWnU+QknBPsqzfT7ntJM+OgUAPwTWUz6EpaU+zSfWPl/iZD5sIYw+TTMVPxmSGD/LrOM+wasXP8ke4j4erdY+",
"shift": "EBsHv6CBHD5b4Ea+GpbEPUt9yD5e1yA/5H/KvgeLLj4S+YY+GpkLPtv6MD8alYM/tv4LP8WPjz9ewos/F58nP/dauj/I8rM/"
},
{
"name": "features.denseblock1.denselayer2.relu1",
"inputs": [
"features.denseblock1.denselayer2.norm1"
],
"shape": [
18,
16,
16
],
"op": "relu"
},
{
"name": "features.denseblock1.denselayer2.conv1",
"inputs": [
"features.denseblock1.denselayer2.relu1"
],
"shape": [
24,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
18,
1,
1
],
"scale": "n8ibO17poztvL1I7yzeeO+F6czsCn687q8OTO7vvhTu32KE7o/rGO2m/ujv8JKk7GW+ZO9zIYzuZToM7vY2ZOy+DhzthmMU7NrelOzgHajsxwIA7AN9lO0QNXztS96A7",
"values": "+fY4GsXexbLPLN5/opuu6AIX4H/asMC3Iw7FqfLcEJbGWAT9csUBqmPsBfxUvsGBdlwpi8QA2wjuFPRarbHUUeU+4KuB5dNiuMqnmkwHc/Yd9OCB6OyjOPbJ/hn8yeyoJvAoAenvf+gH/Pce9ugyCyMq3P0rruFJ5LfNJsp/HfsYf68CGRa8JRaj4+zSS1DI78DIohXX1QwgAQu87QkX7/qBAscCGPASyeQgEkELDoEkxego0/uqE9Ua0jELWuc8BLsxH9WB9Obimff81xUh2ccE6MF/Hhj/B3/xvkFA8CvJ9YbR5j36rBckEDRFm6ms7D3e3L28vPYJhYGmTf5GK+szA7tCQGb2cYFEzL3tyf3+Hdjw+hVfSuKpxsvPmYHP9bPixTTo28cBcPKBRdopHu484Lf3+hm/+yov0di23M+BGqAMwAOLTtswyNnaLwbIf8fLMgod2SYg7QZAfyyxOYlm0fLfh/RtJpbHxH8ZD9srVxDETeZsANVdbllM7Mjwwq1/xD2C7qQ2+RK0Gf3aQvjIQn/RQw0z7C3X4PDA5BHd/NsjQrDB9wYOLIH1ekGn"
}
},
{
"name": "features.denseblock1.denselayer2.norm2",
"inputs": [
"features.denseblock1.denselayer2.conv1"
],
"shape": [
24,
16,
16
],
"op": "affine",
"scale": "sD3IPz0twz+57Jw/oTCWPy9E6j9a5Y8/MV2oPzDLbT+RJpw/VOSeP7uMpz8izpc/WavjP+jzvj9Ofpc/opzLPws6nD8eaJw/En27P5KYkj9IVnk/IDeWP1EZ6z9+dpI/",
"shift": "g5c1P+nJrj8d1xM/dtOZvbxD9T/3hs09wcE+v6uCpz4RtdA/hUW7PiuC/T3e8RM+9UglPRyMFUDEtsy+HUgBQCQhIj9xFBlAdwObPki+1b4fo0+/eJ/7PopIx75OrSA5"
},
{
"name": "features.denseblock1.denselayer2.relu2",
"inputs": [
"features.denseblock1.denselayer2.norm2"
],
"shape": [
24,
16,
16
],
"op": "relu"
},
{
"name": "features.denseblock1.denselayer2.conv2",
"inputs": [
"features.denseblock1.denselayer2.relu2"
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
24,
3,
3
],
"scale": "I6J2O1trojs4H3Q73D1JO3rpjzudfz07",
"values": "zPwJ0QoF0eC2ClkM3RzI4LasruETQv36ORH7we8TzBf0trrCGNXjNuLP3zLctujAID4BOTDwzxAW1SID5+TW5gDx6BwT9hcqSAQFd741F+b+9ODT7wr4NfcFseG5Ev7LSyX/OAHgUuP4IvL48dQAxcve6cTl9QU45esY3KbX3u7U/9bZB/oOsrzvAsHq3vrkGcqvbiH5Yi787PLMejbWElXakbnN1Q3k9jEtFz0TLg0h3cGBBdPZQgrKK+7u/zQQAAkRz+H25/MTLREOGSHz9C7k8TvR1h7bnkAw0SAR6cPddB6BHiHA0ACv4SIf1d8BCefznQ9H1Ahb1OghGdkjHNMcRvr58PrU0vbnBx8I1t0g9QZM0SkmUvfdHfvfIRkEwfEZ+xkqOvoTyPJl2u07uMgrshcqsh3q9AX1x/nq5wj0AwDZAtfr/g774eYC3xQH4/wE79/C6ARD1vke2dUMyOAWpsIkC7f31dIX8+QGytvaqsoHAfcOWQ703x824PwmvBcL/+vn/hxA9hUS+94a4df91wbh+szMEf0KGwvs9fbg/e7KG/TseE30Hhjj2wz3Je/pSAIi3QPvBissyhpCO38AMA73IzcfG/gHGvP2ZfjfFRHr5+vO5i8FHSVqMRzo3QYg8PwD++0BQdLuQf31IgIo2eMv9NDz1fHq9/u29/wcI/xNGOUHCwbhfUgDFcKkwL3XBwIYCr0HAeQl8u3sRy/nPgTe5cEAEgjoGxoANfceCOcE5Mqv5NHdss6v5hz9/R7Suxf9BSAiHCi1AygbJwVZ8ADY/g84EN/nF9rTNBvSXBbyI+UD+ArfSjACL+ILErHPOFPqDPfCMvrm1RLhOy9A3eIy+enQJ2XuARUzsp3hLvAN3vf+xcbQKzU4A5/XBD7B+kkQqApBtdawISklOM33xcrpIAgoMN3AMhrEUidL4RVUrgLfEtsA8g4HzObfGC4yHdXe2/pdQlDw3wwYARv+8SWX1N+f7Obt7vUVF/fwFB8gBL313sz3/du+6RfhxRz+gZ9FE/HrBOwMO+neHE7bBuIAlcVNSQYeLc/6Ver25hhfJAIRgc02NeP40dfWUTiuLSIOpQcTsObtKgLgLdzVRRPRHDYV+N34mskVJRnZ/PMDC/nm78qvx+jDztjK0f1Fx/ErE/HnFd6+9d4Y8RRWFCvzGdyv986z7Pkn5AAv9sDmHEYm/wlU1LvYHvvURgbe5/OtGfsI9gENCeHk+Nqx6R7k6QPwEx79Dhko5uPx3svA/xHS8/rupe3WE+zWfzKwIu8PE9vq9gn78hWw5/oA7fNG+Nfb/Q0MPDXxvNqEDB2OFxzA1v4J0ylVDQfqIC0UPRTv7ee84DtY0hdvrrLgLgTbQ+iqBMaG++z93AcfzQgbC+fdK+DHz+X45qmcvyRBwS1W+/H30v0N4vb+9dvM8hjfThb+Sm7cUlTfrPqBnPDW5PsjIjEkODgPxAAL1+LmIDEZE1VQxk9g6ltUsB8z38roChbvtNHEJxAA0xA87kHmCx8Yvq/m4t2m9siTK0wlCQUdBRkvDyRb9REU8SJvK+Q3B/fX5ujv0vj7FRUS9yMexIT468T88UglOPzTCQQb3wQ7Ef0Ny9jAtMznCgPZ4Rf3sNTjOh8s7vXnGPP4qRURiu8Up6GFJhAj/rgGIvYDD7q0OCLkJzJp9r4ZurQT28Ui4PW4ijLcjUH7L/jpMQLp2d/Qyb7Xs8K/3MS7"
}
},
{
"name": "cat_2",
"inputs": [
"features.conv0",
"features.denseblock1.denselayer1.conv2",
"features.denseblock1.denselayer2.conv2"
],
"shape": [
24,
16,
16
],
"op": "concatenate"
},
{
"name": "features.denseblock1.denselayer3.norm1",
"inputs": [
"cat_2"
],
"shape": [
24,
16,
16
],
"op": "affine",
"scale": "4C+jPiCvqz52wYc+SyCqPur8mT6mhaQ+TG2/Pgc9yj7Mj8U+snvdPliSuz6UFag+dFzxPh9xtD4fr+Y+w6f4PvIS2T5R0cw+P9zqPqhRxz7TWQg/0DcdP3W98j6hJAo/",
"shift": "h9fcvuR+PD3wacK9Pks3vliR+D5ASpy+SV5PvpnOkD1Bcyy+kJPNvBl8zT55ZMy98fUBPy1zOz4lUm8/3OYJPxuirD9dnB4/amqOP5MZmz8ANiW/hx09P/20Zz+SrBQ/"
},
{
"name": "features.denseblock1.denselayer3.relu1",
"inputs": [
"features.denseblock1.denselayer3.norm1"
],
"shape": [
24,
16,
16
],
"op": "relu"
},
{
"name": "features.denseblock1.denselayer3.conv1",
"inputs": [
"features.denseblock1.denselayer3.relu1"
],
"shape": [
24,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
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
1,
1
],
"scale": "JOGMO6dnrjunmJ07kUVuO/ElhDv7mT87dZyFOwalkjsi7TA7aCibO7RgwjvwkUw7P8vQO7ECmDuaEY07qMJaO0hq3jvXPHo72lWBO9u4qzu1Zj877g5gO1x8jjsMAUE7",
"values": "6dj3+IEv6EBmFRnIMg7n+Uc/Vq3Uz83MMdTgO/4a4zIL5cAs+hff4u4WfxXPT/8oy8/ZGAfpAQ0w+KseO/iBC74kLSWhRABTvD0o0D1Y+YGhFcD3jheopjzyr8o89rI88ZPds7URwfhDvRLet9qjKUcYCzzlmOSBUB9c9az97QCXVcF/pq2TGhlpZ1GEaPAlGdr+G/El1KviydS7ziERgT8q26ffAMEhDPojOsLQNuD0rtsKkq3yxPsZMYFFvN/SqgrpOrADtLrYgQaf8AnibjVHu4eHDcAN/PcU9v/UEvfzADohf+lQ9rZMqRS1tRG29cmp7BzUFR/bgUq8rCgy0Abd5x4ZHdjs9x7OB+UCftVuXC7I6v2Zb0joZX+ytdUY2iVQ6fTc9986A4H559Mo/+nc5RnhHiToy/3rH/z0z9jXEOTLACHp0CHl3FoBxNF/ISsx4oEX0du1+u0H1Pix/E3d9JAzWtPeeyLdfvwds4niBoHnTx30CauuNuzzNSz86vAAChPk9uQc2/n13BIsF+sX0oHoISIeK6SB0qIJA7ahstCytQ/SRvXc0GddnqMXcu1cAvz5OEFsgfVH/hv7Jo69jcsmwagxyRzh2Q4aEN/97u+68b4yxtZX/rLihX8d6LPZAeAD/UIlxuEB0dGB6mbNR3u1E7f/+zTMz9ZlEX/wha8O79dZQhcySPHAhfC+2YUfyx/l9gk5YfHDzBeByuodLvA6pNU1QEoEWom13sKyqfdANSYwHn/5GP29LPdx"
}
},
{
"name": "features.denseblock1.denselayer3.norm2",
"inputs": [
"features.denseblock1.denselayer3.conv1"
],
"shape": [
24,
16,
16
],
"op": "affine",
"scale": "LNKkP7hpsz8AwaM/YZbSP6vgnD9XPLk/CbW8P917tD+x3NY/wbivP9Qjhz/IJKA/0XLLPzLRvD8wC7I/nhXiPwgaTz/IW6s/WGihP2F6mD9y9Z0/HYKqPz5Hyj+Nxs4/",
"shift": "ZFObvEOzsb9IyCG+qf13PzzAQT9CEz2/CTShP/n0tz+ntIw/++ApPhJtKz8nEUi/uVAKP51jQj7c+2E/Tv05vFJPYz9/TcQ/X53VPniWWz+gH/W9n8X8PT4wij9sqxe/"
},
{
"name": "features.denseblock1.denselayer3.relu2",
"inputs": [
"features.denseblock1.denselayer3.norm2"
],
"shape": [
24,
16,
16
],
"op": "relu"
},
{
"name": "features.denseblock1.denselayer3.conv2",
"inputs": [
"features.denseblock1.denselayer3.relu2"
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
24,
3,
3
],
"scale": "OvIbOynwfjsEeJU7d0c6O9PwdjtlrVo7",
"values": "TEBF7sML8APtZxdya/syzO4GAzoR0gMaEqjDIgZC9+u4IxgN9feRyeH78CTLAjU9xfeZzEgE+ygkzBsO8DVCuO3Y+OPnAQ7c/BoL9BwEOFhq5PMVoyX9ABsSx+K6Jzo378vUyNkQ2PLLxRHGHi7P7gXpxutS10jauhu6KTDP8C0T7A3WDzYqKCgmIykGm/T1+dm1MSYnneJazQTtqjANHC7gPUO5E8/o7yDpBgs6b11a+M4s8t7q3AbW/ffwUfM1NQQz9e8m9BJU9A6tzdnv7T3gDe3kU38+4ObY7wD92vQBmIHW2hjNvhQRDMQI+tnT8OULyrrHxcfeDeHt38be97bY2u0WCAECChLgHxXw/NfZ79zbA9j7FwgA/QP82bMB/CMNDxALGt0i8/chEvYfHBYK0r7FAg3PlMgC9tno8Pb31eP3CSH3OBAmHR/3Bd/hxdfjFNO36dwXIx0C6/vXDAMQBSn6/PUZDTQ9M+rkOvtXvOm35ODnztOeXDT6NxzkEBH+9uE0Ge4iUkQo4N7WHfbw6gXf1+nTCvn8+/vgrpnxLsv0Iu39JQMD/hHuB9Hd67itF8ET3PABOiedYiC9CbjePUiBGwebCOu9MAIVOBD41+HQJ+5B+wsQJSDhHzPBLi/RFi3XDzUn7RI88wInzvAc2vAW5+TgCO/uCukKAg4VEs6q28PrJP9X8A/t1P7w1PwAEgvbJCDxGF3Y3Pv20O0YAvPV6BDo9SjN8wPS5+Xk+fwh5M78GuUJEwAQEtXwAzEjEx0tJiMC6RMcAAbeDv+2B/ToIhEZB+TtSXJI7/MU9csJAxkA9xvy8gLxzsXcyNseDhsV6f3//A4J2gLhDAX38grlLyMBGRoTGNvwVETm+QsB6AIE8V3q7+O65vvBzmn8GiOx9iAe/QFZE/P2RgbYa/fcq+js8i/WYW7DHjca3zcv/vwEahf6Q/LnMMCkG/4OQPkAURnIRkLqGOHZ29rC78fjIvEHCRUC8OW2/J7cHCYIn98f3d4EOEHtJaimNQblCl9nQC0eMj79V0fmwrkIzM7RLgAm9+DyC9St4svGfwv9UxUCCAonu94Hwwwb6AUtIRUEJur1vKLP8/nOFenwKFfzAjgn9u3sJiIOQTPyBDT8uKzYr+nw5wABFyQfuAFd+dhh7Qc1ABkn6/0d/QVQ4Pkb7QYE3u00ls0HxcEOBENh4Rx47A9P2RYdwccTltoYzfJK3AP/Hdwb8Swx9yNR+ho829AO/7za8iP/8ho+Qy2UX1WfHEu28eHd8KSa2OrxxcEo68YsCgUV2wbi0sUTvJce7QbRIdzeXRP/MOffGD5KzgomNwAY7wwKvdbYLzLrKzvs+8rtwcX21+nVVv0a9Pa0/A+hv62JI3cDMTn2CgfrpgtG6uxJABBO7/0Q++ccySftwRt/0Zv4+cTnMO/s5uUV3hEDIPLX+hAZ+DM3Duz7EgcINbDZ/Ur+QhzVVwf4C+Ov/Aa4KPkIBybl6c3eA+3TBf3t9ungDO8E5e/Z5vAO1xI5xOf40ysH+Qjg990N2gscDTQbqM/51RVB4eIiHNTl+9P2AfTDGQvMLeHtGhQANO7tF/XhJ/L+/vLOMM+vU1cbH+nY1f315uPh3+kBEAn81NXItNIE2gsttxQ3OVHv+L6fVhHD7PL//BMk5O0TtQ0fvC483WF/Ej/G+sXLOwgDHPvk/AswN+4Q2u3WNw7A6A/27sfZy83/3R0l"
}
},
{
"name": "cat_3",
"inputs": [
"features.conv0",
"features.denseblock1.denselayer1.conv2",
"features.denseblock1.denselayer2.conv2",
"features.denseblock1.denselayer3.conv2"
],
"shape": [
30,
16,
16
],
"op": "concatenate"
},
{
"name": "features.denseblock1.denselayer4.norm1",
"inputs": [
"cat_3"
],
"shape": [
30,
16,
16
],
"op": "affine",
"scale": "M2ykPoX5kz5iQIU+T5rIPlqZcT71D5g+CA4JP4lBpT4ZDbw+tteVPjO/wj7lYGY+SD8AP5FZ3D5KB/E+qj37PnaKpz4Yd9k+/RXhPtOdwj6DiwY/5+QEP8luAT+Sds0+mupRP9BLHT9RxhE/RasNPyiR2j4rXBo/",
"shift": "icYLv9AYEL5ROKG+oNRLvu8lmb3Oyh2+St/cvdP4+L3/sLS9/ZlavgXbuj6nrZS+fSURP7RR7D7y2JY/F7OoPhH9UD/zAHU/vKy+Pox+Az/kMRi/HHMDP+rLZT/FLlg+fuNxvqtf4z9esok+TSzhPULPrD6JXRE/"
},
{
"name": "features.denseblock1.denselayer4.relu1",
"inputs": [
"features.denseblock1.denselayer4.norm1"
],
"shape": [
30,
16,
16
],
"op": "relu"
},
{
"name": "features.denseblock1.denselayer4.conv1",
"inputs": [
"features.denseblock1.denselayer4.relu1"
],
"shape": [
24,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
30,
1,
1
],
"scale": "l9RUOxXyiTv6/6g70JJtO18eIDvaWaY7ZNCeO2rpkTuvI1k7gsBuO+28ZjtCC4Q7iTNsO/wIqzveQ1g7225dO4SmizsdgTM78bKAO0+Wpzs0MJ87nMxUO0EhZDuRto87",
"values": "xRLYGuf6bSUJNPW5/1Tm+uN/seP8ohj1xPpsTfdw/uH4MArpBgfQT2kQFNueIymw6Zl/98llafGIQiPlFvYIyxMKzwr26N0DDgiFwuB/Ok841O3K+ofzMrruxtDuTu8PC/zQDd3wQJV9Ri/kPunrgdrB0MkcTVBxfub1NvEi5/yJ5SUHhlLqQn8Yfq7nkhMjr5nhNbYw7QAJv8zyGcjDKBYaMsLu5AbFEH/s0bkDKtQV+ccmARnhHvX/fwb4PPDbITVuVFc63xPrOt4nEuby9PwWXyDz4/N/2RH8E+Ictt/jEugK4d4P2Pn7JzpMF+XzyzbLDsjAvCreRccyGxeS9EMTEOnpDWL6fAPOisx/DRah/8kN5jO7450wwUbc9fPT/UqB5+M6k72o5csxCQ71A78NgVUpD9DW6JLJF9/fGiU982vlM6POtn6RfywlF+5D4fAPKifBJsBjBwbNAPS+pyAMZdbXI1kr508uFwahTbsk3WsQgQUD3+HgyK6dxBsLhFy+2hL79NEQ6/Ef/uHROOYFJu/PCvxBCfb/MH8bLao50Bv1DvVa4Oci3DPu7Skku4H0KUDdtHDl6M0YSPO/OKY0IA1L4z7+uxH3uvCw57G1kwvYub6URC70zxWh5iiB2a5aGdvgxfsISCMB0DQvufzq4O71DH8D2cIxxx+O/zMqgUYk+LlJ4cJspeDfzHOSErQJ/4WY/YfrLkn7+e3++SUUyegg3f+BBinV0wJWs/YyRUUED1Oy/wym/+QKKu77EhAh6a/UMjXjAHYhPfPbygDwBn+gEebzFf370REJH6wJrgIHGeUGF9rL2Q9F6NrzNtShgd0VKvkdK6cEcMHDKBdbyxwagfroufjB3rXpCa3YV+bWrn+juNsI0RwyU+/1EyWp4gkkoAcq4s/s+FUJS5QFJxgbNQI9xEUiIdwEsu7QESbTfxvJXO3CyfEs9fcZ"
}
},
{
"name": "features.denseblock1.denselayer4.norm2",
"inputs": [
"features.denseblock1.denselayer4.conv1"
],
"shape": [
24,
16,
16
],
"op": "affine",
"scale": "WVC0PzFCqz+MbHM/7GKvP7Ntuz+1B5U//bS2P7Pw2D+97Js/N46TPzNkjT+2OJs/yDDBP97CjT/trYg/1tWsPxi3sD//GaM/mQXHPwfnlj87GKs/kcmdPy53xz9PfrE/",
"shift": "wRVQv0+prL4Auh8/VrtVv8/Vtj2Ug/E+zkHiv0Xn/L74ire8uxSZPzIUvz64yWu/i4E0P9PzLr8UtaI9UfbEP8iddj5Qbj0/4SiMvBnw6r515I0/NBcjPytFhD4ilHK+"
},
{
"name": "features.denseblock1.denselayer4.relu2",
"inputs": [
"features.denseblock1.denselayer4.norm2"
],
"shape": [
24,
16,
16
],
"op": "relu"
},
{
"name": "features.denseblock1.denselayer4.conv2",
"inputs": [
"features.denseblock1.denselayer4.relu2"
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
24,
3,
3
],
"scale": "NktdO7NtaDuX/Gw7Ex5VOwteYjvpmlI7",
"values": "DvD3o/nZxA/X+Awk+fcuCwYEDSYbtvcvxP374hcw/BUpDAER0eQrDf8g3RDpmpzJ5djlyfPmVP0bKAj3PgYFDxjBBgDj/9fSB+wX9RnwAgECj4HBtsfrv8nAAR8n/uo/FyZj9Pc4v+vt/tbqHQMLTf37QObx9BH4s/rq7zMR3r/g4f4exuojPsXxONzVTBwMIuroLeC7F/Mr0wdI9C8p2OHW7sb6SOHoVw0fzvg/8rUBFNjF+tzu4BED3OTi083L5cTi18jdDQC6JerpMCcdxPFTwuUNvvcJ3vf23drDJiLfGAQi7Ocp7OILGWF/FSBEGQjEIw847Qn99iEbGAcx9OX3ydnHBxPkCRL8GekDHvEJ9PgS+TIi4NbvEAIoJhMbWUBECB8yHgQZPhMNJA3j+OK59BQHrfr0otkCIVJIIzoe4PcM9gLjIiP3LUD9SmMz9Rku4tIe8fjzAfEW+f/ABOi/09bN/yEl/drR7PTcJRYU9t8AzfLcxe/67ujN8PYd9uw2ARVF/+MX5Pf0/yYQDvQR+R8aHf4Y9Pv5s9b44BYL5h0UMxhB4MMcrb4BxebnzeR4Atke/CsTdA+fOEMBPUcWPz9GKuXyQAoE2rbE39jnp8fuEtMJ/9vfI934vy1X/PIRUCYbro/j3vUu4gQwCwAb1djowNbl1xHxDQcxSPj/DRr4J8zYNQonECfS8CPD7vXK676B/9L1lfMm5Pj7ugsh+jRX6BnzJw3+8NjHABEk/eL9H/c99hrr3B3Xv/n5+CDx+DrlzRMWXwMCNSAcERb08vK519/Fq9XoYNHK68z8JgI5HBwF6xAAE94DFNT2HtjW9cjMVAMX++L85fM8XxgHAsv7JNED6AML+hVHEyAm9fO8yeETvaD1LTpYNk9+UxoVLN3bF7UuMNL3O9U5Ct0wA9LyzA03zCLuCha37NzI0+r0KyEv+S/Z/irTH1jh9NfHGg3eKxecDe4oAsv16vz4QxDeNfgt5it/KvynVOrLNtDqNe2kYSSwWFSoJr/MPkQBK1P96/nw0iDtDysdO9qpPvGnBzoDNgTKQv+pTD3+BeXU5OwHECYp6K7bCB3e7B4U6sEF64nFzMfXCwUWxiVAzvb97/U+zcUZB8zX/inR/mf2/VlP6vtM7+Amg6rrAWFABe4Y0ojZ6/OpxRqTjrmb1BYP8GgrGArvG38t1xNKCiIrHAIf2gn12NILRCbgQzq7BfWVo9Er9M86Ly35CyIS9A0DttO+0/DVLhH1LwD0Qv7tHOLT0d/f0Ob5E/4yND5A8hJB3yJo+Bov++PU/+brxvr0yilLU1saSTIDPgnzRiXl8AWf39f72dzqFBwN1Aw86j0vJ3QtEd0ZABgVJBYusMTo7RLg/gUi9/nvH/fw+SkGSzHRQji15daH+//7DRvq5hMGEAT5wUEDm9sCKjzXJwDMFOioBhDrzu8R0AkxgdnjWkQ1LEQLNwXT173+uJQK5dRo+N3r5eiv7A4M/9/vEC7lbXJ8Ae0u3aUZ1u3x8/DYkvbSJxDuOgkiU0AkMN4M8CMN8AgnPVj6EUEW7x4y3Qm03bDv1vXsyuvO/hrrKSXa2dTtCjTdBUHx7Nfjy80Do/kIBigdDxQMEvUe7+zBFjHkABr+yse5Cvq/9RX2BQEXJBM94A/0GaTiHe3G+QfVJQokKQT/EtzNKBAy8Ut66Dwk+y4KFhIcLRAZEdsSH8kINqwE+iRG9QU8Pf9Y"
}
},
{
"name": "cat_4",
"inputs": [
"features.conv0",
"features.denseblock1.denselayer1.conv2",
"features.denseblock1.denselayer2.conv2",
"features.denseblock1.denselayer3.conv2",
"features.denseblock1.denselayer4.conv2"
],
"shape": [
36,
16,
16
],
"op": "concatenate"
},
{
"name": "features.transition1.norm",
"inputs": [
"cat_4"
],
"shape": [
36,
16,
16
],
"op": "affine",
"scale": "TxWJPhc0kD4aRSg+i8ysPkETFj6ZU6c++KHNPo8ryT5Ek8o+gpCbPrstQT7g/nQ+UzG6PuNowj5y+I0+IWO2Prxg3j7Dtr0+UdYJPx2Byz6x2qw+YOHcPrpb3D5OjAI/m4BEP2f7+j7rzDU/pqcnP1CCGj8Ovic/Z4cnP4qTRz973TQ/hm8yP620Mz9STjs/",
"shift": "bBL5vuyYuLzh15O+NKyAvl5ZLb1OOBG+H4SQPYJkpb4lZHm+M2Zivu5XxT2kYJC+KbXYPohdjT714TU+VpyuvUBinT+iluU+uPilPjAqAD7MKKC+ThUZPiitvD/qmjc/nRDLvsg/jD+N+bc96lUVvn+nUry6Ieo9NRu7P+ddMr4CDD0/4h+7vgNrrr6PCpe+"
},
{
"name": "features.transition1.relu",
"inputs": [
"features.transition1.norm"
],
"shape": [
36,
16,
16
],
"op": "relu"
},
{
"name": "features.transition1.conv",
"inputs": [
"features.transition1.relu"
],
"shape": [
18,
16,
16
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
18,
36,
1,
1
],
"scale": "L2FaO4yQojvK13M7mcm/O1D94TuGhaY7tV7BO4r16jsEVow7TwuuOydm1Dul6587N+DNO3J3pDvSi+k7mmGaO0qpuzsUrsA7",
"values": "d2/bM/ZhQHn+2epj2/rfCxEf/spQzMcn4VIu4/R/5bCWS/kfCf72+vggGQDWDtvW/tgD67DNgdjK4TXR/3Qkuy4SN9XAw8i6DQD7YxzgKkG+HkLUGdOx+xf7s/hJzpfLNH/ZKxMy1aWwjeDI//X9Dgg1ySD8NPfiQM/z4+j/Yar1CM/LXhaBFhe1+Ce7EA6/8zD62uvlGfMo1QD++O/7CFjp+x8o28zMIMYGf1jyKgHs0wXb8c3iDRXZ+C0U2RnSJBwaEOZPDYsnKKPsI+UVl5cKGH879i7D7xr5DuoU+BUJ+e7vG/si8yrZAO0EFw0fIQwo08Xef1j1QeoL8+b13+TzAt3n5PUR7PPw7tjf9xvzFgL1As1/FwHg1tstIlMBxKvXyvXQSdoMw9IIHdva8OmneX/WDIf21p6VPNEjrZ4s5nIn5wDQ2vP2GtXIAgXuGNzY7SlD0DHjwM4s0QYcxfE+CB1/FN2XBxnm5ADK/P/28Ovq3xL/6efx8+jf/AbaEOnT5X/4Uk3ZHdTlC9XPBO3n3eKqBP8RHmTGvUzuh94Xnpj23OKBIPLro18aLvIG/BEG/CMA9OY8/eoX+8/y5yTpAAC+510d9gjz4znc/vYFfxkk1OMt6wgwB7C0yfYzG8oKzO704RMJ5Mgx3RsDKVNc/eeBqESwCwQCz/jq9qkA0vfa/xDh2QoDENfjIEkM3/3XEJ79BugnroEC0vDSofXQt/IH6uDF7SgaDyLwU48GGQLZ0MHWPhYCPMYSWYGpFPTdLwQTHf8NCwkU5Pms7wLl8zfQyep2I/X1BPlayfd/j70qFegZ/wwF7NPjDxnuHO0bIMRK6w4S5/XV+PO98UtWjz3/O3SB"
}
},
{
"name": "features.transition1.pool",
"inputs": [
"features.transition1.conv"
],
"shape": [
18,
8,
8
],
"op": "avgpool",
"size": [
2,
2
],
"stride": [
2,
2
],
"padding": [
0,
0
],
"ceil": false,
"padding_counts": true
},
{
"name": "cat_5",
"inputs": [
"features.transition1.pool"
],
"shape": [
18,
8,
8
],
"op": "concatenate"
},
{
"name": "features.denseblock2.denselayer1.norm1",
"inputs": [
"cat_5"
],
"shape": [
18,
8,
8
],
"op": "affine",
"scale": "BtOVP9BIXD8eCIQ/2tKbP4rqoT+tOJE/b3WiP4+gbD/u54Y/Cu+SP5KHWT+szYg/C3WHP+9Kmj+Uy3A/fl6GPytAfz/H2lk/",
"shift": "AHzwvimmhz9WomE/9OetP4mXiz6vhkU/Y4zGvz8xlD7RUdA/cM3gPqCrXD4t3Ks/IMuLv531sj+A/JU/tMWbP/kVGD5kq4Y/"
},
{
"name": "features.denseblock2.denselayer1.relu1",
"inputs": [
"features.denseblock2.denselayer1.norm1"
],
"shape": [
18,
8,
8
],
"op": "relu"
},
{
"name": "features.denseblock2.denselayer1.conv1",
"inputs": [
"features.denseblock2.denselayer1.relu1"
],
"shape": [
24,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
18,
1,
1
],
"scale": "N6GVO8XsnTujIXk7VBd7O5eCazuI/og7WliWO5k1aztHe4U7LmGBO4Yoiju8Gzk7yzF2O9xrjTvkaWE7kSl+O/kTlzvruIs7Aed7O0Ekhju2xGA7V2aKO1lHjDvsqLo7",
"values": "5vvy92YUn7zu090mxrwof1sJLQbvmCt/BTYCG7XjAuYCkSv30nH6UUUqUBqB/vbothInvoxD+PLf742v4iF/1L895uSIb9fHqfsCx5tEun8czsbi6+bd4RUXLOwZOd4FGA7ZvH/VFYy7tOA4Lfj3yIzt5H+9FADbIeniGPbFtEIZEcdyFPsGC+rOFD6ngYNp7lEgF0fZtrwt9RTdH0qpf8m8xQECf0RfGRd8pqjcDAfxHTq15iKBo83z2RLeO/vVASyj4wtXneskkg/QGvbjdpd4thWBgwFVUDMbC7sJnMfl6sQyDYEd7/lT9yA+5uoLojWsRge3GzH11/V/E/kvgc8v13Nr+OYxB85i7jS5IdzY1w7y1/1LUzvYpVLCgXUBFgIH+kq9Cb1/GKPoI/cowiGlFcAn4OFa3wk9ZdnWv4EhEa8hKio8LAjrf0Au8O7bNtwNfs7++s9/FdQM5CxREf8Khi31AO8VVCKT1dLczmgIUiTqxPIFQHmB6swxJ4xb6SU9VQHKz4GK++ZXjYH62hLN7Cde6P3eBjqEtTTz50QA1RsCzgPzgSEEaBe+5e1H"
}
},
{
"name": "features.denseblock2.denselayer1.norm2",
"inputs": [
"features.denseblock2.denselayer1.conv1"
],
"shape": [
24,
8,
8
],
"op": "affine",
"scale": "6QGUP1eHhz9Xup8/Zm7BPxwvgz/5tr0/zj23P1OMdz9HG6M/1kPAP2ygpD/PJp4/c7zEPwoicD//YXw/MgKLP3Yrkz/7hZM/ssayP0vRkT84W7M/ZY10P4UElz94MqE/",
"shift": "Vr0ovrFFhj4arjk+VWlTP2QTbj6lbpc/1zdzPxSCBD/QqJ2+9tqNv4VO5j62riU/YryQPopmL74ItzK+/wYfPf8LAj7f8wg9Y/WQv1jH/76gLHK+uY6tPsz7iz+3OgU+"
},
{
"name": "features.denseblock2.denselayer1.relu2",
"inputs": [
"features.denseblock2.denselayer1.norm2"
],
"shape": [
24,
8,
8
],
"op": "relu"
},
{
"name": "features.denseblock2.denselayer1.conv2",
"inputs": [
"features.denseblock2.denselayer1.relu2"
],
"shape": [
6,
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
6,
24,
3,
3
],
"scale": "11ZnOwLimTuoOps7qOuCO8RzVTvhUIg7",
"values": "AevrDOkzSP4ivyPLpvr1GhsITU5/++4MycXVrsKm++kBMvsE1Q324PX5AAXeDBRWAQC8mbyjPHYHIhT57PCv4DEKMPQF1JjY/dYUJhMvtfTw98uu//s+7tgD+iYH2+rd1h8C9+joNi4OCwA7F9sFB/rzGwsBEiIHMAD06Q/7y9fU0fDyOSwf07q1Be/cEGBJqt6lquYCIRVWsNrl7QQa18/3IhEWChXdsunE7AH/9/gm+AAB+SXrtN3tESEC2/G0/Rvf0q/GzsC0+jBGI0JdFy9KJiMMtO/sLhMMCtrrAO3nHvrICvEfFt/sr/jw3R3o7wZCFSIaCgEJNzT3CSUwEPwDIO3zytUQ0kUtyPYp/fj46gUZ9eDM5VboHR7rATo99NlB6QYH7SwR8QgR6ewmDgHrIlXkfyMKOkoaJzDRTfb1LRf82AH7ChgX9gz6FjP4PRX7KEIg9fIgF+YGOtIAKtr/OOoCUgoJ8fMPF+0cH/Hr4iD3/gTj5/PnDR74zwEd3gAM+vkfEPP0CwL95PkYItoVLdEfAkQQIi8Q5Bj3KvkjFuocYgT46esi0iUR401PA9K/9OyzzP/DPcLg/totoBBP8xPWI9Ld7iIsDRwBJwL+DQ7VAwL+5hMu7h9U0/o/v+L1Mjv5teb07ApGru8uERQFE+AFGklBr+jHGBjE/h7o4c/XHefLPTbQ7RkCHQRG7/ZiV/sMHe4f+OELMgkv5AD46vTp/QD/LPA6BvdhH//t7Aop4e4RDBAy+/tG9eb9HNrnE/3x8u3JSe7NHwzM+EBK/ePqDhTPL/7MDxMIDvQHNfUXBNoe1/IvvP8cRgoH9ebxG39JCCgn/wUoHBDs7Qn22yn0GCAXNS/659Q95NV3L0JQEe/mB+LkuPUP5CH4O04OBUoE2fEC5NT4ByMaGwcH6gH5tpXb+wv5NDPhNjb7AvPM9egi1M/4PzEsXBu9+d/ZpAVGJionQhj51eHvAvLR1gINFRUKLAv28vMbChjzB8n1DRP+IhMK3tsF2ecCNCcjO9zoMkk5B8Hb8uUS+yI96urQ2tvSISNX6dzL1rXXCBL4QhAyVwMS6/gH0/4DAA0GB+wM+A0RFtXxM0shJuH19uUK7BTzTik7fxHtLP8QyubAuerHwNMd1xIiClPnChoHMijxDeHKCMnZERLhIQAZHTxv8uF3CfxINeeB2de3HvLfKwoDBQnfGOsBm8heuQIg3AnbMArU6CGdFRfr9Sgq9dc9CU9CMGkdUTzWA8jUHOn1VzXc7zrmEyTxCt3zMB3fGhTEFwJIYCP9r+cL1Pnt+/DYGzLNKvhP/hoI//SlGP7HJxn0HuynOi3fDC3HC9HCE0QDFPW73gvqAy7T+gJBKvsD8CyzMSrLIRTNGy37IScTHhLaHf3VHBT5/QQf8iHjE1oTHtegUxuiMUDTyvIm0rf/yeYX/zH97/8iHQgk3AIa4/AHwgEuCQH4Ch/+EvwCAwYZ8t/d5e/O7+Ys0+wV1fYjCdPwOggaGBX2EMvr7/AMEPvr99/28vbuLcogcVIJI/AYHeSo5xsREPAc79/yDvDV+t3Y/f038dwB2fPzuwIYBBIR/xEDD+385+kF8fXvEr/53wYe6/UO+iUB5QIy7RUdyAYq0vU87+kjGBjxEAUL8e8C5Awk+/X/VM8MEvXx6eko3/oT9fgb+vMfFQgtJBcOv/L9Agg3AP5VyO1Rt+EcreXsUebsEMbjPPmB"
}
},
{
"name": "cat_6",
"inputs": [
"features.transition1.pool",
"features.denseblock2.denselayer1.conv2"
],
"shape": [
24,
8,
8
],
"op": "concatenate"
},
{
"name": "features.denseblock2.denselayer2.norm1",
"inputs": [
"cat_6"
],
"shape": [
24,
8,
8
],
"op": "affine",
"scale": "u790P0T5gz9jM6I/mG6fP1jIbT/Qu08/4aOIP4r0PD8A+0c/4BusPwGCeD+v5KE/jnp9P6J6lD/cdoI/Go+LP7+iZz+PMCI/d0fDPiJxmj6kf2U+j5TOPsX/2T5bpd4+",
"shift": "jurTvmb7lD9xDZM/VDGlP2FNITy9PxQ+YY+dvxM3pz2ZA1s/ihQCPkOcKT53qrs/Uok2v9FFhD9LTp0/1bIrP2eEpr2q7MQ+DqjwPoLcJb+fgd694V2evszSEjzCpok+"
},
{
"name": "features.denseblock2.denselayer2.relu1",
"inputs": [
"features.denseblock2.denselayer2.norm1"
],
"shape": [
24,
8,
8
],
"op": "relu"
},
{
"name": "features.denseblock2.denselayer2.conv1",
"inputs": [
"features.denseblock2.denselayer2.relu1"
],
"shape": [
24,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
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
1,
1
],
"scale": "pYxZOx7FQjtL+cU7xZhdO3Zagzvbclk7jxloOy8majurzC87CBSZO0iOWzsf9Z07dU6cO2Hchzs/ung7PABaOw3eeTv57ZM79cA2O86iTjtcrJ07kHtdO0IHhTsWS2M7",
"values": "GPvdBEPxqiw2FhJlzXzci+8SB4EeJG2zUf/hI9Et++GavEXOQtyrqLv499fzSeJ/C9Dp+fQ7UQMB593dBNW+B/35fyoH7gME9OoRBX+x/+gnmeW+ddCuO7FFxHdSi9ksA+YcHdwr4iju4si8FOq5P4EJNNux9/CfsV8l9SnYGPvur2rJLxMstAUBIBaogRWwytPEQ170J/KR1Gr0QS6FIQlKx+71WoEoH+PtyPVkyP34f9oiBq7D5w/+/FHWMR72AFHHDruB9e70hf6RO+Zb3PaxzowKtvnm4DZAKOAXS9v5C38jGfHS9PrHvkD3D6819vxWTOuxIpnW5vQFK3+/qxBZMVPC0gnV9GEN4BPY38rOL1r6Ahfjfx34JjbByvk9/iboHeoR0gzbQcnRO/u3CWTnEX8BoDwE18D/Fy7gstEU+e1ux9kBT1v28ujofw0K20wSSw3gBKqt9Dmt+qHwB4EfD3oL6kf7Qj8iue4CXAvTDTPl8Cgg9C7E/CuKf+RKB6LyBRXR0OwkCgSwHQOmRx/FgcxF2+85EcLZCw7qJypqgRXmCCu7FB4fPejw0Unh7+wtE2GkqdITz9N/1wk1xUwKR55TpG45vpGYgXH1ktjNUwBdvzSFVcpzQ2wm2pdn+w5DfywXK/fn6OrbujL1EgEwFeQIpTjb8QILuy08zx+vAN88GsWKfIHdwP4Md8ZWLfPzPjLl7qX68L/+7AXD3fc8C8XoY4E15RkcMcUsBBwK48S0EPVEIxwHAcBDM6p/"
}
},
{
"name": "features.denseblock2.denselayer2.norm2",
"inputs": [
"features.denseblock2.denselayer2.conv1"
],
"shape": [
24,
8,
8
],
"op": "affine",
"scale": "ND+KP++vtj+8YLM/alCkPzhsrT8e8oo/WIGBP8PIkz91+nA/OvuJP+Oppz8GppU/EFuZPx2woT++goM/jFDMPz0qsz+rT8M/K0WXP8PCoD+Ix6g/3OGyP31PuT8+TIw/",
"shift": "0uSwvorE6j444+49MwJRPpYQsj+qtq49BusbPqh4Sb1U4f4+g0wDv5IkgD25hD+/Z9U4vsc4hL5d36o9z4+Jv9PVcT9Xv7g947QPv7yxAj/AW96+K+iQPkzyKz9F0v++"
},
{
"name": "features.denseblock2.denselayer2.relu2",
"inputs": [
"features.denseblock2.denselayer2.norm2"
],
"shape": [
24,
8,
8
],
"op": "relu"
},
{
"name": "features.denseblock2.denselayer2.conv2",
"inputs": [
"features.denseblock2.denselayer2.relu2"
],
"shape": [
6,
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
6,
24,
3,
3
],
"scale": "3k1OO+3tjTsR0oI7XU5ROzldSTuUvFk7",
"values": "7fPiF//NJvfV6PAIuQ3wst3JTBQk8OkQ2hEtBLag4NaarN+uLAXqE8wC3fEULePyyLLNzt9Awrf1o6/vpLLBrA9AFTowDvAbCQIY6PcLAPwK6csBzirY2BTJ8tWD/N3dEfpEGwPB/dXd+tvr7O6XKQjtZX8S8ANQDe45GtLMxNfcve/8CT4/B/vlHfHZuvz/GADt/S8VIvO4FfSyCCKvs9XlX+rIIxjjIQ6367f47fjbCd2rFPvMGwjfFhhQqvQz0x8PBb3H9/cXKvgUK+Pv9+vZ2OG5AwS5BvT2QTcpAP799wgC8frX8RPU1/D4E/C7BfDgBCQVyugzrLYa9UsL1eYgAeXqG/47xO880Q7z5PQdzO0cxDIVyN7hJx8XLEPnGtrqBPfVCxXqEQsiwvsd/Q0PRjre4yEXyM3tAvkoyBVMyCwMSw6xBBzVzv/F7d0dMfkQ/NcgAjwDow4q4sfS2wX29y4WFEwd3/wm+/Au9eUgErXiNQP0tc7jRjT2YhsR/uTy1P/S3gMG6QP5OSb/CDz3s4G2uQ4hCx1I5z82xtz+/PfjAg796xL1EAIEEyD2CSTeKxkt3dkfEen6ONQFCyglIOXwzuToyh7r9uG43Pe48/4LByMjCCEiBRcIuBEQBu0M2wnu5ezUDMDjTisk5s2t+9GmHcbTAgYMCAEU9wzqBMjBIPHrfz85/A4o+NgX1BAW2+gMKPTyDtPR2sbM7OULv/xX68XPG+3b5MDz+usl9NnXCw7hFenxAee5K/3jFRT0ABYvvggqJUnS9ytI6AIuHAjs0PFHzwcVwJbPv8fGx9GTCDUu6w0b4RMjA9vtEPHJFBX53crq2hDIDRQDCPkb+/IdsDgQ0Qfi7voA/LzFySZM99Q4HBBaIAOz4vAxDl/l0Nrp2w7n9in2PAUF6vAVJi0C+ugfCh4cBQ01qTtE0+8Y1NYsRSS2FiYR9t3p+fkTCjAm/Sco220g8xU57/wRn/X43v8eSSELs9DSEvoU8d8D7dq4b/Dsf/IADtj/9fOp0MuZ3yQPEUEHZkEPBCQ85PRDuvtCOM/oAf7e7bvtCt3ryf7luRAf2syqx/Tdn6jMJ+vgCAjBzbHqyyohvxAjHvL98Sw02eTw0eDTwuYx3t8X5fjq/Pn869/y2QPJMwaiMvoJNy4Bvtb40/vRNQjiCDRDIQ9a3ukx/ryxuPiBHvTbERMWFg0y2sw++Of51/760xIc6iHz5gfADP2sydXiEvMKH+7D/AEMAvrxFBxHvPIog+jFJfCZRBZWLSsPovvs+c4OtQwjtA4KDV4p4ANFl8vYHQyJNx/JLxnn20U6zCztzAHJxfI6xu7WAQK/2si6yfDBJC6yTzbFwLpF/xZKOw7PGS7/6+4rH+3zQScJ/zE8KuktNvkMAPz7tbjIPRLVUQqeMtuidzGG9Ce11v3jGQ72/h7Yj/3t0yHgytXZB+ftIAoZ9Q0Fb/ttLsv6JfPnKdvYIxoE9jApVhQPzur4CBL85R/L6grnA/i1LT69JjoH0GASL+PvDAHU4hID6APkK/wK89z0D7XbNAPg7U7iurcJ0/PeAtinvbCq/xayPO/EiLr+3gW98fayqXX7nw00yqks0LbJD/7ZEEOu3ODcJQT14iEBDOy1KAwjDCs74AJM5/3l/zPY6f4N5vgawvnjKQMCzfkhtcosBN3i/COGKxPDYyTUNtpK+C9/KCvzjw0zvt9jB/m2C9YH9+s0"
}
},
{
"name": "cat_7",
"inputs": [
"features.transition1.pool",
"features.denseblock2.denselayer1.conv2",
"features.denseblock2.denselayer2.conv2"
],
"shape": [
30,
8,
8
],
"op": "concatenate"
},
{
"name": "features.denseblock2.denselayer3.norm1",
"inputs": [
"cat_7"
],
"shape": [
30,
8,
8
],
"op": "affine",
"scale": "o6OHP7sBYD8sWHo/BUCEP/SmnD8+aH0/7Od2P2mjXj+GHVA/Ey2NPx4yXz9QA4g/MBGVP6QYjD/U90o/j6FlP694RD/Xe1U/ozPFPlPStj4EQqk+HjeoPq0Wpz6n/c4+kf/LPu1U2D5GePo+q5TMPnJUyj6XRdA+",
"shift": "w3XEvm0s/T5ctDc/ZVQoP9Isoj19XCA/mmipvyMLhz1N44c/4AnPPBqjlT7c0r0/Nexvv+bGUT9F220/N4s6P2bp97yohvI+InbJPjMBir/qH0m+Dr2hvvlGpb5eJY4+ymaMP0AZzT66mnM/0b0xPzzDbj62dzU/"
},
{
"name": "features.denseblock2.denselayer3.relu1",
"inputs": [
"features.denseblock2.denselayer3.norm1"
],
"shape": [
30,
8,
8
],
"op": "relu"
},
{
"name": "features.denseblock2.denselayer3.conv1",
"inputs": [
"features.denseblock2.denselayer3.relu1"
],
"shape": [
24,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
30,
1,
1
],
"scale": "If9jO5jxVDuAfIU7Yt2XO0qvejti/WM7W7uGOx4qnjtjgYQ70+pLO4uPfjsnBoc72QKWO3G1zzt8YHU7rMQ+Ozz9jTtW+Zs7ufiCOyHNhzsg6YI7bBqVO9qKpztiOEA7",
"values": "6efCzoHy3xjqCJTr4jwB5eb79T06/m6tWVsAUAfs2xw+m2YJ+NzIGuF/90MAMr+fcN+aDOSdFf5SEf/8E/AE9VXv7Nub8zMmqw27ANicf9HqAzESHSvo88wr/BQX/jcD/q7U6MTo0/Mr+Qa9J0p/7BbdJrqEIyMB3c0YYBAW5NPs5SykFMr+2ORb40TDMbSBHvhH0bX3oDUBLwsJ/MG35dnm9F0mM0zV+JX1+iK8Lf9u7n/xAtMG7w2BxmNcEQfA5w2wsg7xtuItg8gn5PNPtqOu4R/zCDYHoBUO8iHNBffL09EF14E98UYtBkBZoszj0xfsIMDEk+qT2hgIGTTSKOJCN539nvmB5H7oDBRcf5gXPnHG0NjYxtPLAokrJD0kRucV2ZTCP79rBtcLOtjSI/J/ETEz5dTb6sXh+TTLBSEveckB1wv+EnYQCSIbu5TbDRfdGxKlJTXnA6HDnEIfEfcVCsAj33F/IwFK97cJ6cf87RYmEPzm6hUEInTQSUPQIn8iMMAy7+sKBk4V/SUM+uO36xXC3fYFAuh/HB3jN9f43EY1zcy9CvU3AMcQK4Uaprs30APkJsYVcudJyYHOt2A6+Stj/EnGAtSl2TWwy8vuW9qcf2xBJe1A8c6E+oe9A+TZ1QwdEv4KpPItwr8Dx9HluMZIAev37h1/x/fRGvsN8//k2TbE2Q35DRq0yQkSv5BULfrCvH/53+z8zsAAyD/N4/e8VAns7fUTMe+6xszQooGbEMo99Mz3Qr+5Vgel79Dv++f3MmYdVb5AknjBwR/ZB/oNgb3k/MfsHwZd6OK8O7w91JH60dYg9R++Wyy1GNbbNuKB/f7gI2Yb7zjp7gO+kCD5//bwEdHl4RjYEtH4f7zgCS7kz7bMDcUCwjPqf/6jNLb47u0X6hEBujMq/9RUHCXsF3X2rtvG7wwH+d63f+cGFr7QsrjMHLNp6gsK"
}
},
{
"name": "features.denseblock2.denselayer3.norm2",
"inputs": [
"features.denseblock2.denselayer3.conv1"
],
"shape": [
24,
8,
8
],
"op": "affine",
"scale": "ltJiP5jvtz9k6ow/mUSoPxsQmT9RX7w/zKeGP5dHmz/Gu4c/yxiRP/M6aD+72LE/uKZgP6xBVD9uxHs/v9mbP/I6mj9nCZo/in6DP4eVoj+Vto0/o/KNP7UFhj9waq4/",
"shift": "k4rhPGioA7+aFzo+WtC/PkQ5mD6zaO++Rz2RPyiBZz4em+E+pFsLvm7j/b6L7RU+XQmUv+U4yL5e+9U+9cWuPoPY3D7XLfY+bkbAPxOscD6j06I+KoWSPk1WFT55wu48"
},
{
"name": "features.denseblock2.denselayer3.relu2",
"inputs": [
"features.denseblock2.denselayer3.norm2"
],
"shape": [
24,
8,
8
],
"op": "relu"
},
{
"name": "features.denseblock2.denselayer3.conv2",
"inputs": [
"features.denseblock2.denselayer3.relu2"
],
"shape": [
6,
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
6,
24,
3,
3
],
"scale": "vaeVO5IFRzuRe6I7hduHOxMIgjuG/4M7",
"values": "BwY4BxccF1slCvzK++mt2OTuAO3dw+vw5/v0CwQE2ffy9Qb42radAvcAAhkjB+H46cbRIhL1QRMfNefpSfoaIvEW1rfv+rruz6fhFQfRLjIuKvHgAPrZFgXs+ebwAO7gAtvX+zIk9EXrvdnlDwf3Cg4kN1xHHMPitrnDxc2PFxL6CvX2As3sGB0KydoAydX1LBs0BQbxEtTz3+bo++bOGe4D4vb8HwAJMCECC+Tb7xsU8T5JgcA2yRMKKDYGAdLs8fTp393jADRF8TxAvww0AeIL1ubu4gEAREgsGw4Q4PXq3vX4DQzlFzosnbDn0tkCFHBM47im8/TJ3wMfTi8aIw7N7NTS8/Yp+C0gPj0gGQupBSvBAcDM8QgM8B/z890K67gB7vFLZz9PBOy3APHg9+z4TTMLFwkF46nUyt1IEEQQGAHqUj9hZikVC+7r9fXi/PzN9rqzHQAJFOTK6fgEzfbSIhXtBSEtDBouMjz5/ub6osfu1s7wEh0E4B0bFxvyLTks5cesBeTS/gACf3ElLyG3kNkcyt+htsSy0OkJ5AsUBR0VFeDY7tDA1egkCiYTGi4SCtYBy+bd9O3uqL0gFjka7PLhuRAQIkvwfyqz6yLgyOr10toa4Q785/4M6/HyHQYnO+j+9wsa8v/u7+firfDIF//hJhzw4yQcOgDPPRXq8gPr4u0L4evrwgfk7REM1AEefAnBAxTFvNUBzvZJt9bwz8/mAhu2F/7g0+389dfV/uEPCfsfBvj24DXs4gwC5fnWJxLgLPDgEkYKLxPdDPX6694w1OoJ8QgNONsvCfsVCPva4isCGPIu9yoaEyUEw7T+5AUSNzEYGvOv3LKwuOMlwxo8BPwBuB5/7hc34RkVHsno+hTwAQgBzezftgXnzezp7u3W9DPa7d//+AvqDSMY6+4Ln6092wUT9g0GNAgNO+PO+d/KFNoN7uj/xeAI8uoPFAIW5gcpNezqDALJB/zPySYd9BgSL1H81dET6+n93+A15gEo/x8j8g8pBh04Al3wICDSNjkASjTFNi6stsrs3wT76+IW8f7kGSb2HgwV2cEK6v3+8xIm/wXIBfXc8efOGBLmGzPB7gOj5s704sMQzygPF+v97+QRBf/38+3s2fzdy/T/Os7T1gTq9+/O2e4Lxewb0gYKCxMNHuzU8QXoLBwBOwXfBwT5JO/ST0bkEwUN+hcbDwIFAQH0JDJgA/v+2hQO0ARWSgxuRycDHkQ9GRE0f0tR5/0o2dcX8urp7Prk/BPnBfTzyRUC0xn/6hoT69oT2PM27hwt/O4YEfMN7OriDz38DxAeGTIY9svN9/LT3+8FNgfcREfxIw8nCUA3AwgrTTRDzg4u0AF0DjlCGcrgz8+y4Mvux//nKvP8Qv8cRRjWKu/d197q9QG98hXe4PTt2eAS6PZpKPM4B+bl/PnT1eUjHdPH5tLO4BLz3+339i4cISAk1eb+IhD+8AACy+PRQPfkCuP8cSA5KSwjJQU7+OgEA+kFKT41+vQO/wgGzcf05gDZ89Xk19TbHOz9GgcKBQ074gbmDRAIDO3mWRkyBQ0gHCQFAr/ez8oN2dvwObW+1OPyyPoc/wT4Bg0ACfbTHSU6HxcdOWYi+9v4C/nfFu7H/fT9DPvUCAv2+xcBIAEe5/MFDe//CfbnT9yzKD5KNxgKR9j7IQLV+efNudfo5PkBK/zkINPmz8/wqb0Zr4HA8vUB/wIQEOv1"
}
},
{
"name": "cat_8",
"inputs": [
"features.transition1.pool",
"features.denseblock2.denselayer1.conv2",
"features.denseblock2.denselayer2.conv2",
"features.denseblock2.denselayer3.conv2"
],
"shape": [
36,
8,
8
],
"op": "concatenate"
},
{
"name": "features.denseblock2.denselayer4.norm1",
"inputs": [
"cat_8"
],
"shape": [
36,
8,
8
],
"op": "affine",
"scale": "6LWQP7OJPD/MW6Q/PdWPP0UOaD8pQmc/WnuWPxZfaD/UR2Q/B1CLP074OT+YiZo/J0yMPxMElz8TDUc/m6JOPwnyZD/ipms/422ZPv7enD4Az5o+pfiYPmPmpD5jgME+p3n0PvZCpD46XPI+VVDIPimTpT7/dcA+YMj9PmF42z5kLS8/mGYBPyoj4T4IKQw/",
"shift": "FN/7vhNjJj9nfoI/nX6GPyEDjj3KI34+cGWyv1XU2z07/5I/GJgGPmP8GD7Agq4/lJyCv4MYfD88VUY/rCn9PkcZk74iNO8+XRkQPzkdVr9p9sC8c8/KvgUpxr5v/Y+9f6W0P+xNVz3ipG4/N7HlPhG4+T6VmDI/HIL9PvOPbD6hGIk/8HEaP8ktAr8m8gY/"
},
{
"name": "features.denseblock2.denselayer4.relu1",
"inputs": [
"features.denseblock2.denselayer4.norm1"
],
"shape": [
36,
8,
8
],
"op": "relu"
},
{
"name": "features.denseblock2.denselayer4.conv1",
"inputs": [
"features.denseblock2.denselayer4.relu1"
],
"shape": [
24,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
36,
1,
1
],
"scale": "2ec/OxjagztQ5DY7bCxpO/u1jjudXpE7DMyEO1cBlDsFY4c7Zy19O5xcgDsiJyM7hkSHO2kuPTt+f5o7ZWdLO9rXkjsNWGc7gaK7O1u2zDstfpo7hEWMO/GQgztwfJA7",
"values": "HetIgTPU/dsPDAm0S0YRAJjxaBkVzzTcv7pYM/Ehmu4z9coPDsn3BCwRPCYwQTD32OTuVOL85k/pgfv8LgJJ7uMRvMPJ06iJPgHfLy5CDdTe62kBn5gfHc/WULOBl7u+/1nZ1eb1kuFWLv4l984efyfrMdjFxA8GnQXSNQgETsrs1uZQ50qeEP9D/bED0i7Y2jwx6yD72hoa7NYBGR+nEucfF+8h7+4CuwQV68JU9zB/wPMhKQNBQx/t5/AVxioZxCoPf/PpAzVBIvDB9Z/hF8iy/esTQd8V/QLoG0ft4JmgvgmJgekJ5NHj6qryJOI41uko7rTwDsWyOR7RJCoDA+Lm5AUOBn/2Hjsi6sT6LtvjGb7fF0r4t+8X1f1P5rH3f/wD7EcZ/PMSLQL8BrOf575g/E1FDiEeOftD/IbXCDbhpBPo7dzWzvr2JHbTJP666OTFD97bGBQYU0Fq9cCkygup+9beKIELEPytDQHIyBL+Gr+BCfK6M0HH8Q/ZKrY20Sq1xbPqI/WgPte7JThM9KkRQdTG1ieBJxhgIytTzHmzKLOac9wcgSY7XUb7Jd5W3cHQ9dYXG/j/GjUWEZfw+bwV/z387MPtCNfUNRUmZgPgFXR/R00L0sa058sk/f+zf1zfB/vSsh8H1uXX0ujc48a5XbzTBdIt+e3cOiDTAuj7EUrbHye4FQrgCSgp7dko3iqxzN292hF/7vAzMvq3CqHQ99vr6ArQLfFLE/DRPH/ywTLKevoMGu+m3ggV8uK96glB/Bq23drt0MMw8Q7pDuNr9P9o7+n8Auze5BM2ntbvf77nAfTngTJY5/0r9fvHA6MZU0Q6268WWQyIFNglBRmnKAI/T5j/yeXz+wQl++7WENwVB/Xy3yAVMsX3fzDHDEcF0QkO9uzryO4T3Q0p3wDx6wjIGvcB++MP6uED/NZHLMXi/xOB5tfc6zAbJUolNBLr87b72x84/u3rGP82DAfg2fB/Ehj/tdLz3+f++u59N9Hi390xtDsO3CvyJdPd4CnlGub+PeUV2QrgfyR7wi3oLADt+vTcJQ8C8fkrDPyt7fDrv0QN2W99L3/bwyYVFN/fPPHd9OshW/7jApsM5S27rf9iLOrvjQDk9jvn/Qca9fYDmaYbf91krQjc9Xn9"
}
},
{
"name": "features.denseblock2.denselayer4.norm2",
"inputs": [
"features.denseblock2.denselayer4.conv1"
],
"shape": [
24,
8,
8
],
"op": "affine",
"scale": "A+q7P/j0xD984bM/pRqgP8b4kz9Zb8c/RrCJPy4wpD/+VZo/aU+6PyrZwj/n0LQ/kYuqP6E+7D/suYA/g2CxP0e7mz/DBZw/Jm29P4DHnT87d4Q/RsegP+OKaj8UbHk/",
"shift": "gjcSvrv/3j52bhw/g5HbussQsr5ZS72+e+O0P7O7j77W7lC+L4GSP0+fAECQWDq/EINNvk0Ojj8uOxY9wCoTPCLMBz7z9W68xNucPsGDBT9gwsw9MYe4vijF7L6jif89"
},
{
"name": "features.denseblock2.denselayer4.relu2",
"inputs": [
"features.denseblock2.denselayer4.norm2"
],
"shape": [
24,
8,
8
],
"op": "relu"
},
{
"name": "features.denseblock2.denselayer4.conv2",
"inputs": [
"features.denseblock2.denselayer4.relu2"
],
"shape": [
6,
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
6,
24,
3,
3
],
"scale": "VxVeOzgFfTte3JU7SQM9O3HjTTsIlVU7",
"values": "Gw0I7v3Q093g1fYiDAUFHxLk+On9KgL+NOXREDEMUTHvQSvSOCzsKRGrHdKyPNoL7yYa0AsiJQT9BwsnBEhNFjIvMEbtTtbNEsSco6rCpMaBy/C57kU4xP43+ADqPAwLIRkT3SsH3uQFu8O4KN+P+fTrswXgAREbDgv6KOAN1/H3G2nTHOycGwoX+gnpv+rYDeD8MOvs0/sR5QnEJxHpFwoU9gUpGjQ63CEY5/LP/w/7xBdkE/DjNv719hdX0zBT2SwMt/baAizzBgbUyOG2Ig3BUDMETmxK18/u8OwLCgEwqt/iz/3y/wjkCi3UIxLgQiQHGRUfAPm+EQoK480L4tYR3Av88Q/2E/MC+QcyNTMuQSrxIRTTFODXGwcNPjwixQonIjHqGxvf3eUV/ucw+w5/CB3qIgkcGDYR0uMXEyT9BvIC8OnpQ/PLz8nS+f/2EOv+8P3+ANY5JswmHxwp6+n5Bu/D1czz/87v9QDZKw8FExA5JSXfMiIdFRUcJhAGeDIGIzozYBsmaycoEUEWCx8f5x8OCcT49trU5d0LqdY6y88C6A4lm/4Ctwzp1vbhPwoEN/Pu7esmOgj8MA/xQ/u7D9iz/N7q3P4IAQb0v/7l+PnjEg/j7/QP6A0xLCDnJxbY6QwdAfzK3bjS7vD9AuHf9/IO1yA8Lx3z7+3r8ujkC87ZG/Hs+MnIwegb4P7mJO34Fy0qDvgcBgDqyC4d8P8f5evW3OsR+PQNDQnp//rpA/sWJT06/ua9Lv/jBg4A/O/6DhPSKCEV8uzr9eDa/PceMAIO07nv2s/kDjb9HTUjzTUlxLLUBgES7Uh/+hlK3NPa49ThBBPfEhHmPQf57zINHxfzRkznZzb5BNri0/nlDv84Fccb7c3LFSb/1A7ez+/Uvdfr69DY9fgIFtHNOcXqQJSr7QM80mRlEyH35tDe4uzO4Qfm3RQz2A4bq9zOs+kSIw1TI+f3n6kn764XWjwJGyY/6NcQFffd0+K7Xxb1DN26IS6OIHPrqPz8CuYJGRbovOHO8/oXognnvZml8foi9OoPIR4J6gp/AlxtIjNDz8QnFL8e0rr8rxMt7MMutfX2CwAAMxICDwW/L/5XFOk6cyzHMcwgKaj7D9syucTuAQUJQDATxtgtDkZGJw0f+Njr/vbQABTx3+1JVOsjPAgFELPw/fnvOO3sBaC0HvwHIvLzGAy16gjnMPvjGvjt8w4u70EsJBABEhv4+OMDz7m/y+0A+ercSfDWFO3d+A/f3N/r8vzr/g0c4u72GPMSIuoIEBi1q/m+ztPIB3/xwE0J9rnM6PT/zg0E8eEB8M/Uut8oUw366tLV/+7UF/mU5N/l/Dbr7SAf/NDYA/j31AM79x4f0v3xycz6BDwI/0wn3wQQ2sH68xcn8BJCywgbzq2Sy9TA2AHB7wDXIue+OBcGXv7eZNTgzMr/3wwBABzn0t295gwLByEFBjYe4w/5yfD7GSXc8ATn2NbMEQzFyPHQ1cOwCfQozhpNrydA1bXut9gB2P7/C0D0IBfZ/Pzp+wsQ2wE/3TcOBv7cBQHkJu8jUij3XC3/QEEa/u4e6fb38tra1OH7/BkHweQCGCX3ESojOX8hOi7s0Pf32O8P78/58vTsHPYJ49GS47nDpuzf/zvqDuoQBOYlARAYFRghQAX2NMWzyNsIBCdTPw2p2+L/3PoemgPE/vz9A/YOBzLf3g3hCQsL2y3881omDnRp"
}
},
{
"name": "cat_9",
"inputs": [
"features.transition1.pool",
"features.denseblock2.denselayer1.conv2",
"features.denseblock2.denselayer2.conv2",
"features.denseblock2.denselayer3.conv2",
"features.denseblock2.denselayer4.conv2"
],
"shape": [
42,
8,
8
],
"op": "concatenate"
},
{
"name": "features.transition2.norm",
"inputs": [
"cat_9"
],
"shape": [
42,
8,
8
],
"op": "affine",
"scale": "mQmvP0CbeD9CnYE/mdqUPxP6VT9QZS4/TtdKP7FbhT+KSUY/In2JP1RUNj+1WFQ/dnZaPw9hfj/hAUI/Y+1DP1WpaT9YOHw/DoS7Pua5rj5MAIA+UfGVPrSrgj4rjbk+AkDIPgqymj7lM8Y+teTUPkb6qD6TlMo+HTMYP2VMFT/TChg/oXYKP7J+1D4zax8/m9fpPhrAIT/kCBc/VtE4P0WaOj92Dlc/",
"shift": "a9ctvy3CQj+q7Fc/Y3GNPxDwD75aI9M+jL1UvznDYLzhkWE/iBNBPowBKzyaXF4/lgRiv+WNOD+l9LI/ExaXPsXGoLwXtzE+XET+PrzMhr+A1fG+y32vvu1e475yFRw9vOfYP3xFG7387FA/ozq3Pjg0lD5LCAw/lwxMPzJN2L6x0ds+xJDxPtTBCL9oMQY/TX1xPrK8ar+O0iK+56UfvhyABT97BL4+"
},
{
"name": "features.transition2.relu",
"inputs": [
"features.transition2.norm"
],
"shape": [
42,
8,
8
],
"op": "relu"
},
{
"name": "features.transition2.conv",
"inputs": [
"features.transition2.relu"
],
"shape": [
21,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
21,
42,
1,
1
],
"scale": "JN+DO2RL7TsnDWQ7vvvLO+NYejtyE5U7tTyDOwzarTu6RnA7oLnOO4SaUDthGbU7YHCrO9KIszuQA1w7Ro9hO5Ay4DuUPV87J+OPO4Yjuzs2gq47",
"values": "C+D3QV/K9wIiO9b86/waARnlZNv5yzomUuHR7tpAOufq5kP4Tsh/8x8yJBoRAQwP+/AYCC0FHQw0GCclQxoTKhlICQoZHQAk7iXoKz0DBd1/BN7kJBQ/CgUEBLWtywcHL/3sz8D3QNj8rfgqGPhRWeQB29fu28/vgQruDeQH6THvBw/l/Q8mE/I/7xIcIxzk7m8ZQg9g2Cwvzfn2f2jD9TX7FBrPtNbPCXb+/tsXV3+PBO+x+/X9A8ETJZ9AxiEmKyEQGrzR2coI80C0BxPY7dce6O7/3/Vay8sSPf3e9usqzts4tglH40fVK7DFbAS9IhJ/0fzJPO99CyhAzDzoKuq4/fYSFTfkWy7hQOPpJrXA6dgKgRPl+Pc8BzNi5fAbVrg3Fj3Cw/Hv2AkTAisdvP0UDubcBe8iTRHd9tIk3BO9IVB/pEWZdOCXQ5vcafKi1DnPPJsBoxgC1Tz/zi5ypTOpJPKbByixCBwmzjX85dplD/Ipfygd4H0P3g4D6wAYJT0MIAjG+B0O++TX5M0w1RABKxE8AgoQCbrt0H/kNSugGPP/u+zpqPsgFemu2wwoI+D5Hb8iLzSukyvX+9+BZCQR/XpHHdrA0azoqcSK9QEB/wv07ecMHvzWxP/vINwSIwAN/tw46fvjEvQGugRAGgnbf/JBBnZNBEsHMykT2vcIQTLw9ywE/jkHONAQVv9EFUIlzEX//38sMTEDWwwTxtrRJNnWK9Tk6E3hPOj4Dg0gMQv/AgFMIfUK6yj3/w3fwO4UTRbv8hz5f2S+JOD2lAhVJyIX17MB4+507wfbs/0BRgZe8RLU8g/mdg/iW+5EH4Gj9ATUyxnU9QGr7Rfu/wcBFMc7EOeUDYEJqOUOV8PWDezyQaYKAO8b4084Su0Lxf+7xwgE7DD/9BIH6CSBBLv7E2kl7QT4y8a21hYol+rmMwa47cgaH+27sALhBsTOBATWx98GAPBPAcM1GVgyn0vSQ4Ez3DykKkUpI7MFt/kDQaqtye3lzB6+3T4aG+cvDxnNHLAvviH20c79lObW4NSeyJM9y0NGFah/4nqZ3wDlBx392/00HybxECbb8vJj2EBI/hDggTcPn6SqBesWwHpM3D5g9TnX9rDE+k/y9SRB+AZEC+IYGt9ULFLwANX59xUM9fwAFR7o0aN/tzjsOeHJ"
}
},
{
"name": "features.transition2.pool",
"inputs": [
"features.transition2.conv"
],
"shape": [
21,
4,
4
],
"op": "avgpool",
"size": [
2,
2
],
"stride": [
2,
2
],
"padding": [
0,
0
],
"ceil": false,
"padding_counts": true
},
{
"name": "cat_10",
"inputs": [
"features.transition2.pool"
],
"shape": [
21,
4,
4
],
"op": "concatenate"
},
{
"name": "features.denseblock3.denselayer1.norm1",
"inputs": [
"cat_10"
],
"shape": [
21,
4,
4
],
"op": "affine",
"scale": "eQfJP5uPYj+mKKk/nX2DP9ze1z8Hh6g/97elP7X0rj+4AKA/pU2OP/EfuT8HQmE/B2KJP2ZtqT9yYcw/cii9PzaLnD9T4rU/KhikP1wULT9papI/",
"shift": "OX6/v8cJ7r9OHQY/Sl6tv37ljD0ood2+BuMpP2EyRT9TtHW//14mv91WpT8My3m8Fs/Vv9xI9r4a0fW+GCeVPayoUUDnjNc+2SQMQLMvOD9a9Ii+"
},
{
"name": "features.denseblock3.denselayer1.relu1",
"inputs": [
"features.denseblock3.denselayer1.norm1"
],
"shape": [
21,
4,
4
],
"op": "relu"
},
{
"name": "features.denseblock3.denselayer1.conv1",
"inputs": [
"features.denseblock3.denselayer1.relu1"
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
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
21,
1,
1
],
"scale": "lIhMOwoFnTu8kIU7l8B0Ozd/VztV9oE7d6h8OyIrrTvuFW476KMjO1mWVDta+XQ7Yb9hO1FIrzsEZKs7nH6EO2mLZjsvR4Q71H6uO1FQeTtHo3k7zwE5OwTxmTun71g7",
"values": "VTyxLG4mbftu0w7IOYF3450We9UD4R3mF8oZLv8Ap+YL7YEQ9dP+J9Egxy/x4PLRaPcpCVv/49HC44HWukY0fzm7zukKyODKnM0d+CD0kQOzBSTdl4vvmg8BGOAx+iVXhP4FGPuBHw0YzRPd5OKbG/gy9hoICwrD8R2BRDDhGhuk8xT29FykzBJ/JlcepVTYGvDBgdwNaucI/tQRSRoHGekV1y3x/b70pVHKdJGV7H/JIEcBP7kG5UDrob3Pf+HSZKHNTgCluo5Qnc3n89G5FkmdElCwgcg3Lxfu6RoE75WxAQDOTXmq7XNnhccqThix4DMdEBf3P3/VFWLuEAxmOxU4FtUIt38GD7VdsF0M4FIQ9wMJJN4k/EUiDwYE538g8/LrLinH0gvgFt4n21TfxgvJGOvtDn8Kz+cnxtUKA/aB/TI8weCpQTIJyCrsFKsLypkB7kgcI8GkYyks1bW2AX/bWV+yKcRJwSOmfyHNFNo9C9BXMFAOZuL+AiMKD4EPAzXzFcg88r2zCiLxSE/eldvB0fBU74w54Qn6aCmjqn8ENGk4ocDq588o0uLM9TD49m+W7jh/OCrfGhwZ1+5TG/KKU/3g2MdlM5B/i/JU3++U5O/MfyUeuxXQ7Azt0/ztaf7tIwTNK30zAIn3n4FAQOG+OBWusmAu"
}
},
{
"name": "features.denseblock3.denselayer1.norm2",
"inputs": [
"features.denseblock3.denselayer1.conv1"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "BBaMP1Jkjj+nk4s/xTKrP6RAvz8dLaQ/wDJ0P6Weiz9jYKc/4ZbSPxBslz+WS08/9oetPzfegz8vLYw/SrSOP2i6hz/E/qU/fMpPPwCsgT+zhb8/7hyoP22Mnj90ysg/",
"shift": "kPhBv0VYFT/W3II+eAo6Pyb9Pz/F5rQ+va6hvi/pQT7gdH8+CD4SP4pQmzxD91G/GXKDv/GrOr9y5Iy9Y2oWPztBu76DiH+/AK9OvdN8Rr6ddFy+B06LvTiB8z25P5O8"
},
{
"name": "features.denseblock3.denselayer1.relu2",
"inputs": [
"features.denseblock3.denselayer1.norm2"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "features.denseblock3.denselayer1.conv2",
"inputs": [
"features.denseblock3.denselayer1.relu2"
],
"shape": [
6,
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
6,
24,
3,
3
],
"scale": "ElkzOw1DkTsdN/s6fXhSO054ODsThiA7",
"values": "YPLT//LrIwQqJDDd3QTX6M/YIQcKAPLDFf3NY0QKVzIrIDH82K+kBEUN3y4hADP3AyQfB0fuPzDNJisgFQ4sBAUl3M8j+Lbwyw0smdYe+STlQxTiLTn0Evj4SmfeTDkRLVS+LQYCRV9/1vns+7/WI+7lMwbXreDzGSpiwU4hC9DiGOb3E/Gt5ur/ytkAGjjY5eztPjAnGx/aSfqpIOPz+/1MKlw1a1lAJTPS3QQMORoqMTITvqahLDI36QoMFBIB7/YVGCMU7Qbb8jNO9Hn9TyftDajGCVIW/PHv39XZ4/Ho+uft89v16+z2HQbh7//9EurQ7+UOH+n59+oC7gf1Gw4HA9r1FA8U/fwK9///+UE3FfXk/DthEvb+6wcODRkGLk81384XSX9E6f8A3+jP8v739vnw8woG/AnrB/rv6+MIFvUAGA0K8+EBIR0E1gsPLOjN2P8CGBI34fUiIEk5AwgSB978HSTqKfTq8iUlBgPO7egb/fIGAh0V9QX6AuYB4QUB/cfe7hcT4NXTCPnd7RL+++HI8P7xIhsU8ezxBQwF4frqIBcRBhXnJwcD3dHoGf4C+SoGElQ37cPm+9ka1AIureQC4hwX9vOv3NvCkJorHO4l+/cZ1BforO8O++My5eAtQQjx2dnMis3jxJ2a/uw1CCHj9Bzuv5nE0pPJ39DJ5M6/88LV1BetFArw0dwjLvEPUwr/69gSKvYgAQAAvyq00OPq8+f+18Xx5uvWDPfDqScP4tUyn6EEuNHHm+focCYqcWthcOJdC9UM/ww4EjEjMNzQA4HtQPXQVvnUQjQ7c/MkKhhMMyFFQcEWwtsRHz8tIHReTSAXzugDDTHrCr4RL+8efy3yyt/8ziXaC/fd0txD9uAjGh/Sy//k0APaGO76RuTU/ewp/gTj1xn62w4LMhjR2A0I1TnuMRruVfdCLu5J6Cfw4ODmFxbX7PwMsgy+L93M7aw8KqH30Qof4SmsszMYxXDOBB3x4kclC1wDCNEksi276RqTy8c0f7Ac/tdCCQU09WufXfTz8LFp9Br0Rh/BMO3upRoX3R/39u7uIvN0qi08DRfA5e4b4CMY/CT1MOqiL6W+B7IHXfHMJN7crwA93Bkf+CkYFBMf6/tY10kHNCe4Js8HGerT0rMU2f2+9eYrGz4rIErz/QU5BwwV/vwN1vX+KQ4jMuTD6tDBvKrb+xvQD+MLxRZJ7QY1iRc7+vz/3Pfc8DP7rOIZ/abkDtoo+AzTwKtTr8cr2dng+Ljp87sk68z06R4M8BIk5woFAjAN9zU1CCkABQmyDD3Q5zjrzK8Lt+EdgYcE+2IALBqsMuHV3dxE6PLTMw7z2gAfFwYw8wgR3P7R89wWzzdN9SYv39T876m/1jW/Dj3uajnRScvdWkjicBX+aRz2OBjFD/Di78pfug1l6kg4LAu69/7X4xMMDxkBA/8E/Rv/zxTcIfHgAcwBCwXtCg8MBwPYPu0JGwT2B/bfrOHb8/L0Jwzu/BIO+uPmCgXpX0ZOVgdC8vbx5dHKA+7gF/Tvz6DKCNDI3v/9G+4F2gHLC9MIC+Lc6Oa9/y7mYk36DPgH/OIGI+fE99zO7vn2Ulxvb39DzffjG9vl8P8H99Lc1tVPD88t7wf0LfEJ4QkG0+3sGWgbDxDj2dboMfTx5/m9+e346vP67rTH5QkV9h48Qgj54LgJ2vn+2BQFxuL48TMECuzyEdTU/7/a49HZxxwh"
}
},
{
"name": "cat_11",
"inputs": [
"features.transition2.pool",
"features.denseblock3.denselayer1.conv2"
],
"shape": [
27,
4,
4
],
"op": "concatenate"
},
{
"name": "features.denseblock3.denselayer2.norm1",
"inputs": [
"cat_11"
],
"shape": [
27,
4,
4
],
"op": "affine",
"scale": "Ari1P88Xkz/006Y/nBmkPwtQqT9Egqk/03yLPw43lj+EuME/mqGyP7BNnT8utYQ/K96hP/ZxdD8sOpY/SE+yP4WIZj996bY/bLeEPzuZgj+NVpI/Woy8PrkbAT+KXTE/dnIMPyPyKz8lwfQ+",
"shift": "DPu/v3TKLMC1sNM+KK+3v1xC6b0TQyu/+JHgPjZpFT/2U1K/IFdNvwoVaj/6vAO+J1gLwOZ7vL69eRG/AVoyPWntFEBs4OM9ziLMP6CdbT+w3N++RRitvmZWFLyHh8Q+PcemvMxSuT7BBLI9"
},
{
"name": "features.denseblock3.denselayer2.relu1",
"inputs": [
"features.denseblock3.denselayer2.norm1"
],
"shape": [
27,
4,
4
],
"op": "relu"
},
{
"name": "features.denseblock3.denselayer2.conv1",
"inputs": [
"features.denseblock3.denselayer2.relu1"
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
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
27,
1,
1
],
"scale": "gu1FOz1KSDvj72Q7E8iMO+jXiztK6m07XGKBO3gTnjvMqlc74+1nO/FCsjvnU4M7NItVO+lIXjvm8G478E+GOzI3MjvHlps7Tj6KO9REcTu2yJE7rTiCO8JliztCMoM7",
"values": "YVEJwrx/P/cptAZn3s0euDMb/XTTHPK1BHzUAB2BGaFpJg3iHzrTE5Kv5QwKEs+1pD7L92cNEWAVLO37PMwpy8f0f+gfQP+RKUyWBt2yOzXquNwM8PH6EwH1Eggomn8aw/zeGihJ87gE27MDDjYO3TcX62EMzyg2u/LiEvxfHdvjf8vS6mMl7pi/KwQZBVmv98hGX+MdvicZ/e0jk/D7Dg+B8b8izOQIx/nytfn83fonJigweX8Exdkk4iq84RTbR/jWKU78fwXaQeHiL/zB/SQBvxXmAyLgJY4AarzuJPNPdvn+u5wRACEoIH8kUwUOmW/tZ4iJ5hDovkAZQPFUUxgS/ani9PLsIvny0NZ/DjLrGwkIK9z1C//uKSLp70MWAA/1GBLrfxAY6Z3AJyDNCX/LQy6txvDw1VkARVFZjxIk/dr+I/DHzArpRX8F2fk3DvsczBbeJ7Dc7t7nYR7q6X4FHdQGH/cEtusLXmnb9skb3H/0uQr0Jym+BicEmfN/RKy3EjfnGQrzQ/XlG7IbEBVVPmfT7dX6fw76LcHkZfTbLh4GyxvwCXdeMSEY79Ai5spp6QrdHv8JGeTUJR0U8sw+GIOB7GLVU58+Ahzl5UQIAOMGGh33764XLzX/5csKzzP1f/7LLRLM3yPjB1AKRc3TK+TD9gDIAljhQ9Qp6HOBS+AXgQtjPNf+Du7XxRXrQ0DGM65L5hUDOsDD79bUrCR/Q+f1395M7P8IAgbJZe4EE7n49UIIrn8sC/k6ERUZ2NW78sEOG+TmwrUwOs4is8IYx7ja2P3MGAMzQQ0TDxTqvSvl3H9C+fQOuLoeWBHGQNTlBsh/J6ckKDnlCO0NztOy8hfNPcQp"
}
},
{
"name": "features.denseblock3.denselayer2.norm2",
"inputs": [
"features.denseblock3.denselayer2.conv1"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "FX1bPyf0xj8Sk4Q/c8nNPzhpmT9TAr4/3uOyP76xjD+vhp4/+VuNP7gtVT93tZw/2fmfP46mdD/IQ4k/sMGDPwFzbT8mJ48/fh44P82atT/5Npc/HqXCP6QUoz+aZoI/",
"shift": "7aUJv9sE3D4fbTG/xtXkPkXGV7+tfc8+6Y47vZT1tr6X7Bm/EKUzPUniSr+QQu29ElaqvT1r+L57LQu/+uI0v9hvwj3bh3O+z66xvuOtpD6FWmW+fNTwPinuTr4ZKeS7"
},
{
"name": "features.denseblock3.denselayer2.relu2",
"inputs": [
"features.denseblock3.denselayer2.norm2"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "features.denseblock3.denselayer2.conv2",
"inputs": [
"features.denseblock3.denselayer2.relu2"
],
"shape": [
6,
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
6,
24,
3,
3
],
"scale": "WfxLOx0sCTsAZzI7QQk3OywzDDuRpEo7",
"values": "9STWIg7C7gOn/hTm+w7hIBurAdVDDRhO+ir07MrVpAkfvwwL0vPHBhac58yBOjbXF9nq6jdX6PIROzPl8Nvqr+we0uojCE4Ou+YjLWIhKvbBASb1EW8MFFghze734OXWrNLY1NgMAev1HNjHHP3ZCvbZ/9zz3PMM0AMf7y0jzxTa8Qjh/+3tyNJD40UxxPni7+/t+dcJFxUT8MoA8d/I8M4M6dQE9AYfBgbSJ/nPF+zJ8/YDBfjX8zMS6RUw9A4fH+nKC8fx4TMauxUm0D4LDyoYE0Y29hwCKQUHRyNK+j7+Cyw9SlAfPDkAOjJbTBIpAGo44ffT+hvtJtjj6O0t4sUA9g3xKQTj9zMC+Sr+1NG6wrS03Je6JU42O0s+Hiw10OLauLnV6dum/PTa4wwq5AMaD104KDYQ1wZk58T16cmdxtfQBST5JQwNGQcdYVI8fzpYNUoR1PYgQQ/sDkId4NXd8vT+DP7n6SIT2PcoCwLo+/wfK/4sRhUS29v+yOQj1/T2B9feAtUH7e3S3+ng6bW90PTR9SYHEwb//hH/4e7Gz9HN9+UDNFgYNmEj5ihExOrRt4GpsL/sPTAAP0TtBOXp3J7Dj5asspPoFQEMIv8aAhw/GgkKAUI8/SAwMkYwIFwoFhkDC/IgJv86Hg7/ACklRUM3QyI+Dj0EKDknCy/4ztn9CSQMFSkM66XN38LWAwLoZCwqdFl3Inh68CAw+g78AQwE8O7lzeb71szSIerx/SIAHPcAMUAmPSwWLB4i4f0u0/IK/AH66O7rCiP8+O7n4QYb1BHr2/TivfPj3M7Zy+rG6+XgAPHN+/XQCavp7tXGBdvpOCk2HDRKI0dTyQr8Cffi9QwHPG/zRXcZBhD58ObwBksg5AbbBADPx+Xp5+AGBwjkF0gwOF1WMEEkLXU3PCb9JhH0CQ761fkLHhIQHxIe9PMB3OYYp7vx2szu8w0ZBB31DPnp+x/nETALIzr/CMSl++242uAC/RL0GfLEDvLn/EkNDloYBv7d6tfA6Rn1+hMJDRH3URcQFRoqpsHVuMSx79LaAfs+9QIKBOYS6fnuF+30MAox/vge1PP12v7wF/ezDOTh+R0LPETpU39fBh1RDOnrENbBD9DEEgoVGxcB+ggDFkX9LEM0AgPXt67YAf/P3tTkFg4V/W9O9SMCJ9j5ECAa/xwSxtXJDcX059TNvvcU5Q+juI6nLfk8SUY3DE8M0ajHw92+5YfJA/ECQVA79TPh6+/ox+PMpcmKK/PuFUQNlMnOEdn06/E/oRwf7w70EggD2x/e1OYfIQRD5x/iy6/D1y4itfIB6wDh6f0I4/HM7dGJ9hTntNLJHQD81+7sAvoIGvwQ7wgCAxgB1d0J/cUFzTDDJTsZFkYE8ATq7+vjga/Q/r6h4crsv/LvH8Hsw8jB0PXw8vau6q2zDv8UrNwdEeQFNOgUHRog/d3+A9ELFiIxBOoX1/7sy+vmDgYNDiT2NRP+Ht4KNjQHGhj/4RQc+ikj5BEU69Hk++YI++L4+PoH0A/62NHjvOLUudDhv93IAdn/9wADJzYGMg4ZBijQHRkGAAPs+x3t/vXO4PEVKTAcRDQ15qvP7/Xr5fz3B97dJBcYHhAcuLDMgbKwsKqjEjAfHQQgIwHsMQ8xABUQMSwr7PAB6Nzrz8Hy/QEqEi/8ICEg/urwIR7vARMPFNgW7wzw4+US8PfhFu/47t/X9PfdCRYS+gD2"
}
},
{
"name": "cat_12",
"inputs": [
"features.transition2.pool",
"features.denseblock3.denselayer1.conv2",
"features.denseblock3.denselayer2.conv2"
],
"shape": [
33,
4,
4
],
"op": "concatenate"
},
{
"name": "features.denseblock3.denselayer3.norm1",
"inputs": [
"cat_12"
],
"shape": [
33,
4,
4
],
"op": "affine",
"scale": "4vqfP/onSz8QqIM/zZyBPxJCpD/O0Jo/KFKaP0gWrj8iMcA/O7pzP7aruT/sk4M/WAaMPz3Jcz8198Y/VibLP+f3pT9gU70/8oyhPxF+QD/GcZI/qlPJPtB2MD+TPTs/MwgIPwlWIz8fXSo/US8WP/dB9T7SbvU+iOTAPuJiCj/6/vs+",
"shift": "Ohy4v8HG9L9mfyQ+ghuXv2TWNL40HUG/d/y5PoaALT8skH2/gxI7vyMJnj8yWKm+KabhvwmQor6Zqwu/HK0zPW1eUkCIceQ9p8UCQD5FOj9s7NG+gtsOv7p4Dj5qCoM+yD7YvXV5RT4LONY+v2sEPsg7db6xB9K+G+ERvokvmT/5wmE/"
},
{
"name": "features.denseblock3.denselayer3.relu1",
"inputs": [
"features.denseblock3.denselayer3.norm1"
],
"shape": [
33,
4,
4
],
"op": "relu"
},
{
"name": "features.denseblock3.denselayer3.conv1",
"inputs": [
"features.denseblock3.denselayer3.relu1"
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
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
33,
1,
1
],
"scale": "Yk6fOx59rTvM6TQ7oI9OO4bfcjv7Wl87Yud8O9PLLztb4S87hVM8O3jzeDvNuJ47h0UYOynkZjtvFXQ7ZUVNO0agiTsVJ4c7AyVQO7s1fzsqfyw7KgV1Ozdfbztd2x87",
"values": "0vPzv/QFAB8CDSj44+3c4wv+5uHr5fG3H38a3CP++f/CBR362C45MxIqADB/GypBCMb+6dHmJfn67DzKeu0QRAv/+cft8hX11NonJOEag1yNCmL9XRZ1bHLELhWPNvnvJYFXX8UdH/DuTsK03vbgrTW4Cev8JoEMn+FCHBEk6Q3evL8BKSYPK85iVd4OCTLxH84MgcpDIBQlw+BktjCQse0p5pYUCzfEBnzSzP3/E/3FUCYHJA+wTn/nRAYVFQOhS03I5r4vAftGAwj9HvkILRgdyw3V1H8TGzUHSve/4UNM+N0WRvf2XxpfFtc3ukshGDphVR3z3H/MVx8K0w8Hbde62FYFDhDXABjO8kGwC1Id9yQC+4Gi1f63xSYr9Kopj5faDyANBDLS1w4MY9h/ByGzORO7q/XScRnHSTwBzwlkmwrDZyATE5+xIB7j5dLM4Ej43BYJIvzs20AVxd6BOJPOVw/4AO0n/CkZ/gQy3xH7/H/TAfLnCf3fzlAfIPTYbyETUWAVC+RY3SoR5pPagUm5Bf9Zlv/C4QvyG1xKAfWlkn+upREb6Z4v5ydaC94qH987D2grFhXnPdVBBRk6kOP51zIC///5Cv/QQuJ/MR3PR8hAAunsfz7tMtMGCKwcHSj94dQywdXgUEcN5luFKhTgTAbnFoQPPqm4SNIEKw2VLX87PdMJCcHE60HERhDRCtIS6OAjEiAY4zIDOe4XPyIyuBMetWDdKgTeLcJBFn8QtfLwzugbztYBBuDz1w7IwUkvQmo0Pe0E+OTrFP4hKYH6F7oRFsSwrTI//SJ8CH1Ascao+kfmCuwV9oFrB758KvLsOLQuDMIXBQoNDEA1Hsmu/fs5uAPw7zztKyUxyS4IBLB/GQXxEeKPkOCDyBXvygfuysEeChL/JPyB3sBO0As3xAH7IvPyKuToORAlFw7T/RcyDz0XTxglKSUN4vR/HLMg5My4Bo3/C93ffx1X0kFDAbjV3ttI68HIAesrvOqtQSj+FZEtGxDh2oHDQjzB0sXa7mL+yjYMWULrbo7UVDwl/DO3Rwr9"
}
},
{
"name": "features.denseblock3.denselayer3.norm2",
"inputs": [
"features.denseblock3.denselayer3.conv1"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "pQKlPwWeaz/JTJU/VeOePw5RpT/+V08/5m9SP2qINT9cCeI/7CaVP3TxxD8SboQ/4baSP3v0oz+XA6I/WCyTP5lWnT/vKn0/5c+ZP7hBpD+31tY/DUdmP/NyvD+VR34/",
"shift": "wSYLP0oDa79Dy0++VXVJPxGFsz7rPse+ETcPv+uiHr+fPEw/un9dPVBYX75O0Zm//0u0PNzmaL81sNA9uEqUPXXOhL+GTnI+0aHeve2HLr+5RIA/lDoLv7wCxz5WBcm+"
},
{
"name": "features.denseblock3.denselayer3.relu2",
"inputs": [
"features.denseblock3.denselayer3.norm2"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "features.denseblock3.denselayer3.conv2",
"inputs": [
"features.denseblock3.denselayer3.relu2"
],
"shape": [
6,
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
6,
24,
3,
3
],
"scale": "kfwWO1ZyGzuawC872voPO5cY9joVMBU7",
"values": "F0Uz+UUwLQ76puMUrLru9NgCHFkbDzIcDjY1/tny583k+/XjFiQNISQPEBb7Dgf6EPD7Ovs8cTFIWFg4bjAqKxz15Pn7FCoI7+kXFNLY7+z3CP/zBf7yGNoQ6BUPGxDwzDj8V1EzPXRJf3RY/uIOAvkWARUJ4vLyAuL71OYGBNrW5t8LvR745fw4uuAi4gkS7cbZteAC5+blUGlNaTZQVjg4wR0w6ucW9/j3AfkXAQUR5AP2Er7EEeoDGts2HikxGyL++zdEAAMZveDj4wPwFD0MDy8uEzo40Q8aKy059v4LQ2VCWmx/T3Zc5d74/NAC9PMK8hXZEQTu8gYIHEYqKCxNN1RLsrHYwcbNyQjoAQhBCg0N4AP+8s7Wzfn25/Hd+t/8+hPrICsV/vETMRcSPxvzNRwT+e8cIPon5eoL8vcJ7BkE9NHk9vTS6PsKJUgcK3E7KB4AD/bGBc/GFCL5CMHM4r3Q4xIKJCL1/AICKvMhGwcH7u4UEeIiXlBfSWZLU3NyE1UAAmAwCx8JHRIZMDlJOjs5FfL2LUL0FOn6/zM35low9GoRE0EJBPLZBcvV59jTCRwG+evINzfp/jIgLhkgExy13NTLnpev9fcC9uAt7PAb4DIWKn9I9xVCEA8ZDvsD8QP24+Hk5c/Y6dfczh3pDQX59xQALesP/+sfKjVVAVAnGyUHKjLZqazGytS8t9rY19qjyZu2rbC/3Qj9DhUL7gj4ByHYGCQD+hndOVs5O2hFT3pVOC8tMfsLIPwoBCr8IFILMQzzLzcFAxr23uvS5Rn+6vcixPoMzfbRzuX6zc/3/RAhB90v5Q8wGxT9+vj+4y4Q9AQP7x4TIkILxMfowOvfp86wKSjz+hIF+fPz8t288tLk6szcOg1XRRoiIxf049QcvK7+8OsE9fPKzBHWx9DHvCno8ecH1//WMfSp9PfYzwf25hkuKcfu7/4IIvIvK/EKJRIIDfXS0e7D2Onp6E8fUggrNWEsG1FGQ/v6NQomQvhVSChcCE0vBfX7GfVDPwbf90QlOjkQDh0wHzYS4wo+Gj0FMiVUOn8x4n0f1Nm/1RUf3fr3y+/29em6BuURyvvwDQTV/bf18QX108P43Q8J2LXL5eLI3si1se6xsMUJA9HmDfoXChI4SOYl+TX+F1IiB8/YHxc2U3lncXZp7NWJ6uPwBQY7/wDsOiHI5Bfq+BU4FxRyB1sL3en7D/ggJzHfA0ka/jkG5xvY+vTXFAUFMxX28RDrqRfjJiX5/RfyJgzn8TP08e4BGgwE7tom/Pn8y9L33QMB7OsdyPIE8RHDRUNIf2g3Lg7u1PTTGTH/7gDeDcsLB/0OzaDYNw//LuwEIxYMBB3s6LQjzc+1w+oJ/vdCSBka+f0DPyoq+OwRzO0b2g0T+CggA1YnH9va/P7arjTxNGQmBWYrGgAZssIfFAcd2K3w0c7oC67FGSX8HEYAESDvMiH6UQjzPiItLxQi9d8xMPgL8QIZATE5+CIVMicLJiYkKiI6+QIeAtcW/PwDFfju+soG9OkLENobDSkFChJDIDU1GwQrHnIUyOXn2bPurcPW0cXkqYqzwa7N4dz478zF2O737fgK1QExx8u5/gci7QwfDd82anZ1Rxg7H2M3+um/0Malx42taDcrTG06TXdiEPYH9QHNAgPh7SYYzfrZv+buKc4B9ZzFFhwDAfQKEQHi8RcbH0X0J385EixJ6QgOMbfr6P31"
}
},
{
"name": "cat_13",
"inputs": [
"features.transition2.pool",
"features.denseblock3.denselayer1.conv2",
"features.denseblock3.denselayer2.conv2",
"features.denseblock3.denselayer3.conv2"
],
"shape": [
39,
4,
4
],
"op": "concatenate"
},
{
"name": "features.denseblock3.denselayer4.norm1",
"inputs": [
"cat_13"
],
"shape": [
39,
4,
4
],
"op": "affine",
"scale": "Z6SwPwZzlD8T45M/+G+jP1uqyT9w1YQ//qKcPwCFkD8OwbA/zB+lP1f2rT9Ovnw/eV2qP3Oaij84H88/FEfPP9nCnT+mDqs/ifuFPzUqKz+9kbw/VwGqPi30AT8HYjM/U0b0Pq/yCj+u0gw/5K8pPxVPAD9XZAE/lpDiPtHJ5T40iQ0/rU3EPm70BT+XVtQ+CwIoPyNAJz9XV8c+",
"shift": "UwXFvzx3HcBjKrE+iAeyv/+OBr2l8R2/MLvvPlx+Jj/tjIi/LnhMv8t/gz/aiZa+N1INwCEj774Y0Aq/hoaXPX0XWEDrjhE+SzbXP9dZOT/wHcm+0ymGv2diBL2/ntU+Y4wkPZEdrT6bnGQ+jcr7PsLZZL4Hvoi+at0Ev3ZhWT/3xtY+WxaMv+WXi79CoSq9xY2OvuDbD79drB6+"
},
{
"name": "features.denseblock3.denselayer4.relu1",
"inputs": [
"features.denseblock3.denselayer4.norm1"
],
"shape": [
39,
4,
4
],
"op": "relu"
},
{
"name": "features.denseblock3.denselayer4.conv1",
"inputs": [
"features.denseblock3.denselayer4.relu1"
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
0,
0
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
24,
39,
1,
1
],
"scale": "/7I+O/IElDvK05I7FzQVO0XxHzvXEBQ7rYEeO3y5WjuOtn874QxgO46TSTsADXo74dhEO7qSfTs0sE47GodFO3oSCjvNSD47pY9TO2dEaTv/Cj87ynCOO3QudTvB2Uc7",
"values": "Q/EkurrS9/lkAsD/mdI9OcPg/OA1LiEsJwwAJrfWrv7MIgXTAuB/IiDz+eH15EbfLg3hEt/iIG0AVukz2vopQef/gRwNNvf5BAX09ABADn/CHgUTLhH4/R74VSv5EhjfOSfXuRjuHBL4HAf21u+qoN+pHPDs05UZJaGS7aWEr9W1V+nQgxH1D3eLXSespO7PIR9/JNHydhv/oh86u/PlEIzE/rYojPlXAGBy8A7VvBolGPIBtYHczxL1+EcWRjgIJ9ja/5k4gVwl96C8lm9o4vaY4C8Ew0/zK8wt5S4M5HK+GqVKP3M1Tdfp+eUNp2Ya6ukOARrujAXpvswv/uO538YL6cp/SbzM4BMxvLjp9xUxIgLLdBgB6/hBzx0pKcrF/qHsEPK8CBH9zt8XXnM0PwstWhl/AT/+Rn/5VeAzR0HjEyPLOCLe++AE+33OyAjW9j3navHh9SXGzJbhMs2JGikYUhUV/YEiHxp/GMgCyprz9i3S6QXl2/SvHgATIUYbV/El/RPI3O7kC/JN/RDeMCPR1g5/K0EWQAvlDCak5t4M9AAD7AkxJQop0fs3HfuW49QI7hURFj0Pf9tX2+7oIN73xfHUq+pAMCQDxfC/Ac7h9AboAu6tIs483OWkCBP/zYHq/GT+/xntLAEH0tvrKz/iBBAq/QbhM+ju8BnCBP1/6vISytkd9tD9CywVLSsQM/HW8OcCLPPk8dzIrdXjBgfS/dHDKRz1NPDmKOwrHOoxR+IKzxSjwilPN4EE8C7qz7bb+gu23OS7gcMbP8ILtlYA8Rqx7I1Ly08qYR6rNSjj5dKyPtT+ahxEt/gW+eML6T6ydoXectz6B2wG1NRP0sxM2hEysAsTHmZ/2Pr5AUUWBqMO7AlADPZeP8QOqQ4pOhP6IDwW/uVd0KnV7yTJ4TpfbQ7V+H/l3yE5/iIIyiPr0unTQPEkJY0uYga0FI/Op9cdA+Pj3/v7f/ciQhG7DRkjPPka9P3hFPM/+5wb0+rlgRMhMO0YN/PEFvjmJ0rc+iAuNhQFB+suISioD1IsRG/aLCtaL/EP/hTo/iMe/09u/SClMzGy4fNHLCqBLc39+/+43Lkf6oHUMs4C3Ocm/tzurjYACyX+Ptnzvsb9ITH/OScVARP2+e8i1MXVPNXh6wLrqwnx29X8Dj7pFS+PSkkM7b23LP4XZv9aOeEHfyIyP/fl7ScN+EX8H/ESEgQM8ecvAPcw+60k1OLzayAOuPzIgRXF/Q2p"
}
},
{
"name": "features.denseblock3.denselayer4.norm2",
"inputs": [
"features.denseblock3.denselayer4.conv1"
],
"shape": [
24,
4,
4
],
"op": "affine",
"scale": "38GdP0Z9lz/3l4Q/DMzePx9S8D+FV8A/h4CiP7IpiD+n0Xc/HeOzP5gh4D/T+b8/uJIFQEo4sD89CJ0/fmvwPxUl4T+Pf7s/3oinP2eorz9uzoA/9m/LP0vzyz9eQuc/",
"shift": "5ibsPRBfG79cQru+aoQxPwJQ6j7W3JO9nMAVP1CJDb8Mvwm/G9p8vqJmNb+WRfQ+s5COPh2vbz5o/wI/B7P1vI98Jr9DCDe/KyVLPY99gb3zaUu/1O7gPgZgx74Zgow9"
},
{
"name": "features.denseblock3.denselayer4.relu2",
"inputs": [
"features.denseblock3.denselayer4.norm2"
],
"shape": [
24,
4,
4
],
"op": "relu"
},
{
"name": "features.denseblock3.denselayer4.conv2",
"inputs": [
"features.denseblock3.denselayer4.relu2"
],
"shape": [
6,
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
6,
24,
3,
3
],
"scale": "ngIDO74jwTqHEqg64qkzO9SL3Dryuhc7",
"values": "JqrM6dj25fD1vMefoLHNqojK+c/0AeHv5hW8p+C94+64uOjlKQoX7+LT8yAn8OkPAgQt7iH3+cQe+/7zJxf9VVVDf1QtVD3qHypGODArUQv1dRFXQUp6ZFjs8RH9CvEo+NbuEAH1IE02Qlb4NeDrBPHyBdS5B9zot9Cq++0KzRfjGhggMSvz5zQYGiLy5fkUSUogQVpB+gATOmY5OCxxU/obI1IvOS5dDzQTCSkrJSz+FADm/vzs8fQGCebyK9gT2+LwQAAo4CzuAQYG8S0nKBEe8Sw0FCsvzuSP/e7Y6OAv9tgvntTnjejB9hQiL4j5YNb7HRRCR39fLA8jAiT6Acg6rQTcAPuIG/Ad62xPtx7OzsLzsQXIEEIDafHsRQnuIxUq10YPEDQg5BAMCgEsbTdA/DbmEdnU9gYmLhAGv1oMBQUAIBoWRw8TDOsVdCLoKT0A9v8xIu0JywYA5jMH/CPqGxRAUzMYBuvttgH73bgmM9f9xO7eAAUOmBrmIf9eAfMaJBEhXPEBEWJJ67PWAPEc3vv2SBXzc0tf/EkrOyEw+TtQSEYh6PX5MbgD8gQVEQXZ2QgM/DzvqNnKqwDBGOfWMkITCEBStRY4BwZdKN3oKBTY0y3ase7cCsv7/UQir0I03yYvMc3h+A/wGyw63BQG+gHbvxLeETwT908r+QsDWacHrqwlCSjaC879DenA0QPEzwURBvAO5iYbICEQKDMbIF5FHWr0I00xRFgvFgm5yHoBWt/ZLjL/Qx0HVkxeyIT28AGzBsqvD967wA8lqbIZNL7ZSwvISPzd1xSnbvVBOPb7keTI/aK7rqPYfz/2Xk5T+zMoKhvWTysmX0dP6b4MEf/QMOwIHwkADww0IA//Bg0U4Az82svWBSf1W09qQ0V/w/je6OjdycvY5wIJ07rj6vIGDgn7/P7z1+frNxMn6QQSExA39gPmtrHYzdvw/UQUNGdMXlBj/Q0EB97o3cP7A/vi5wUSEuoq8+X1CvkjKib77RPlE/n5APne9BDvQTM2QTAHDA0JNQZNJgkC4gT7/BjuFCcXAP33ARMGFzMZCQnb4/XK5O7k8OEZ7AjfCAfz8gf79vHv6/fX/gwAJBIoQhzzJQr07vDc/un+6fTj2N/S4uXP8fArABMKGCH1/azXjL2g+yHAxrO3o6LvmbmNGgz40rbtKiomF1cwBxkl/0AR6xvfIQEXJeUd8TEWAAYyFwRD7Z+xxq3TuOz2094uRw0OLzDwDyY6WSs0RTU3+khNL1kJVGc9WRHT9M0W/unzA/g3LBcw71ToWyI6WknPHTPfCQ/rPDsjACf55Q7gEzYI+PPK9SbiK00wWkIn7OPkwtLk+8y4zPwTx8ja6qIgzuYiJDUD+e3zPQtxHPDwM9Af6czXvrnOyqL/PHJXf2YjIFICB0U9BkRrQhs20eXaxSzqxP8KMwjUKfsQ++PZ0gza2g4J2gLMV1U1IHRWSVJQ6+HSxPjSwBen0fEb7dL1A80m//fdxu7fBuUBOAknBtcE8wA46+jas8fQ7unLPUx3bkF/T3BJEP/m9AXc+9nVxe3W3vXe8A8r3v8RDwII3S/tKQ7+He/p+BXlCAIm4SYCKvgX+ggKLR8DKfct39Hz0/vB7Mrt9Bn2AwwXGRwd4v8aMSYFAPco7anu1dLX5x/oGwLx6QPlEPXrIyICBw//ChIDH+8f6CoFBgAL8M3v7+rL9c7oBQwN9CDeCgIY"
}
},
{
"name": "cat_14",
"inputs": [
"features.transition2.pool",
"features.denseblock3.denselayer1.conv2",
"features.denseblock3.denselayer2.conv2",
"features.denseblock3.denselayer3.conv2",
"features.denseblock3.denselayer4.conv2"
],
"shape": [
45,
4,
4
],
"op": "concatenate"
},
{
"name": "features.norm5",
"inputs": [
"cat_14"
],
"shape": [
45,
4,
4
],
"op": "affine",
"scale": "AMWdP6R+az+bHYY/I2vPP4d6yj+i3Gc/0S2JP20Oqz9se9M/8+y+P8ebrT+98JY/QUKLPz0qkj/gI+Q/82XcP0xOxT/+rMU/xr91P6H6lT/yivE/QOwrP1ZFkz9SomA/qdxOP+AzFz82ADQ/PlAhP5GzrD9UarY/G2iTPzsdFD//HS4/RwNrP/tErj/nkWU/BcO4PyObpT8BTIE/vNSSPwwW0T9Yav8/C+K8P5FC8D9HY6c/",
"shift": "YgjEv3XADsB0hYU+zUz/v7OnBL4pdDO/BMpePgz45j54YHu/dgNCvy/MfD9lNhG/8SYEwFumBL90viG//6K7PShWakBi75M+DiyoP+mRWj9wS7O+kAyTv/iS9D085jE/0/PTvYwpkT3LtEQ+gpODPhJzy76qo/S9J+zKvqDtlT8GXWU/f22Dv8NtAsBa5Uw/dWsRvuYYdr/2cbc+Gfckv15Ikr93DAW/ZR0av75vIb+EY8G9"
},
{
"name": "features.relu5",
"inputs": [
"features.norm5"
],
"shape": [
45,
4,
4
],
"op": "relu"
},
{
"name": "pool",
"inputs": [
"features.relu5"
],
"shape": [
45,
1,
1
],
"op": "global_average"
},
{
"name": "flatten",
"inputs": [
"pool"
],
"shape": [
45
],
"op": "flatten"
},
{
"name": "classifier",
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
45
],
"scale": "gGc9POsMOjykCRw88jMIPI9bFDzjBDw8OxtIPNUYOzwYkj8849wDPA==",
"values": "EQHi7dkOCAkCyfAq/Qzh2eDt9OK/GcDW8wcABRnha98H+X/60EsVaCUM2jLe/P7w9Ov96PDS1uHt+d/q1g3LDDXjR+Dvw97gE/HM9fDaM80M5fFj8lFBBX8F/A/4Qe31APHpARv7E+0S9uoF8O7owBry4PjuFC712CLyoxNR8xDQf/3nPghGDCABIPwFDw0bGvsXIvfiCNX39Qbv6iIGKQrm9Xu44zAWlL3NNeGr5+bzetd/AB4GCvgAGC/56vcbChMA6gT+7dXWHxvcURQr3n+NdflFDXST/Uy6FvsCBPof6+z/CQb77t76Fffl++4E9+j6BgsQ0Nspyd7ZAtF/0ezo0Qdx6fA1Avvqwu3U/PQF1ggF/BMJCgL56CD+DlAODTAzHu8FNiQg5c8mCegJf9qyBufp1frqrea+9uIM2Rv4FQYNCw326wcMEhcO87MbwkwD/QIE294b4Ts5+NXhf9K51OwTruS3AwsS5RsIB90kEwDu9O4HI/MJBvkcIcwu6/UDHsnF9+/o+c4wzfd/zt8KPtYa9xQRPigK/xIdFx/zEQ88FSMnAw5B72URIvkZE75/pPLPF/LuD+Wyn+rLTrQh"
},
"bias": "Qbthv/D1H78IPWu+4D5RPpQI9r7klFq+J88EPwWDOj9f0As/1P3ePg=="
}
]
};
// sha256 6e28c56e2ff79261c9200d77af5c1006a85af9af1532831feb3010641f3b221a
