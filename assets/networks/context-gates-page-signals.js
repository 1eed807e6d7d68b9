cnncourse.networks["context-gates-page-signals"] = {
"title": "Two convolutions and context",
"record": {
"plan": "context-gates-page-signals",
"seed": 0,
"network": "context_net",
"options": {
"context": "gates",
"width": 12
},
"recipe": {
"epochs": 12,
"batch_size": 25,
"optimizer": "adamw",
"lr": 0.02,
"momentum": 0.9,
"weight_decay": 0.0,
"schedule": "cosine",
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
"augment": "None",
"data": "generated signals of 14x14; 2000 to train on, 0 held out",
"seconds": 45.6,
"device": "1 core of AMD EPYC",
"versions": {
"python": "3.11.7",
"torch": "2.14.1+cu130",
"torchvision": "0.29.1+cu130",
"cnncourse": "0.1.0"
},
"commit": "9f357e6133c4",
"date": "2026-11-22",
"measured": {},
"test_accuracy": 100.0,
"test_accuracy_of_32_bits": 100.0,
"made_by": "cnncourse export context-gates-page-signals --seed 0"
},
"input": [
3,
14,
14
],
"mean": [
0.4597,
0.4425,
0.4604
],
"std": [
0.2017,
0.1381,
0.2014
],
"classes": [
"up",
"right",
"down",
"left"
],
"smallest_wins": false,
"steps": [
{
"name": "features.0",
"inputs": [
"input"
],
"shape": [
12,
14,
14
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
"scale": "2pP5O7icDTw07CU8nSelOzH4Azz/ysg7tUYcPMzQ2jvfAg48Js8SPOrm9jvy8zQ8",
"values": "7R0DXnYQOOIS4MTUQEG6O5/337vGLhDVKYHkACYkMTHIAjMe5DZGFnXjHH9C/f4sB1PRGWEZ5oEF1NXrt+4j/7oH6/HexA89MtQkKB4a6x491DnlrVvRsy/kEmLksH+GwHer5TPvzljdlmfN2sPREBsb7ped0PH6Okw86cTB7fz9Ln9aF/LiHwzy1k60+YHXQxoRslnWKpspDxLq9AnL/4Hl7UUOHH//LF1KtSjH1x3aCxYRqP+04RrFCfLyM0oYyNPh9VFSN1A4j4HC51Y9JR4Qg7Oh+DILCyYb4BVAgaDgETsQziMsmYYAE0oLvRUmnoMN4C8BAcUnAvzw2VkGDIEs3RGizUksBa4y4Sq8QwgBaKQP4aRSWBXwTNn4uIFbLRT+V7fzzpdS3frvsg64BiH27fbhrTuBFGvz4Obgx/2x/PoB"
}
},
{
"name": "features.1",
"inputs": [
"features.0"
],
"shape": [
12,
14,
14
],
"op": "affine",
"scale": "pyuGPgJtVj6NkEM+cvEqP0a0nz6pubc+OFFAPkfDBT8za4c+JlOPPgggyj5q44A+",
"shift": "w0QMv+//wr7US4S+lBhKvzan074jDVG/FZvavpGLPr/YbFK/vnZ/v2ebkr8voAW/"
},
{
"name": "features.2",
"inputs": [
"features.1"
],
"shape": [
12,
14,
14
],
"op": "relu"
},
{
"name": "features.3",
"inputs": [
"features.2"
],
"shape": [
12,
14,
14
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
"scale": "aEZYPMZIwTutyb474VZiPHZY+jtoqP07eAsgPL9fbzy77hI8NdkSPOw4+zt1jTo8",
"values": "9vTw8e3/Hw4PNAXBCxnmBPsU6xf9BTMUBDE6stPw7Qbz2vLz9ObhBwD4FujYPSMCMi/5NUM7HwoD5wsj9vv7+NrU/urOA+3bTkhHN09FLCkWTCPwFiwmHh0ri5CchJ69l4G509HMFO3TEejw1M7Q4afI7s+9/iZQ8+YMqeQ0+87w/vzhBeDx37Pt3qP37/DZj6u6ka6rp8eB+/AF2gbeELXL4Yza6LfWERMfvpnDnJegIa/s6jL+3gDq39bpuwSwv/bW7AkM4wbsCR+8GfaqsNDLxbyu4Pz+kq7Ajpe5laaMCv4lPBUe9vT47wuyt97c67TsBBYiHBBDFikukr65q6SKk7vh0wQi+f/6vQfB987xy//fxQiMobHFjKOwsbTCzsexwsOl58jatKKopKGbhIqBO8To6wIrFPjJ5fDn8OHg2uzK9QwpKhMi7e/zKCJHKyBAMzI45QDl1fkF6wnyKDwuLjoHIgja6PUnHhQiutEm2+so4PUFtegAFAPz/vAOIRAgtQkFpN4FmtMPPifrJhbgQAosMS3GMir99yIynKfywaTggbH17vLz6vPm890L27vL5dX6wrPT+ihZKG5JUFh/SU8pP2JKUSMno5LEzKPT49TWOVBIRD1IU0pDCg7pMiD2Hxv82grA8trY5NUAKxgPVDEpISof38Kx5unm3wrpwcnh9MW81NTq/kZK7xte/CVC3s3M7dW2/OHfGykhFBwfHxfxUTQrLDUHEy8O1t/ZyOTxw/S0sa+8pqK0raOBMDMD++cJF0Ej/0IKGg4CBRT0QBVoGwNPJwsHZyx6X2prV2RoqcfNntfn4wX+5xLlrODj6hkI1z4E2RDbxga7or6HlZ2QlOSL3PLQ7+Pr/RAhKEtTHTMt7+nmHgIUFtz66wYEFC85CQkhLgsN68mk3voEJOXTEwgFEwD8+d32HxYxMhf+EvX+B8Co9ODZ7/jq+u73vNzSgbi78AQS4+7zzcbTRFZIYUw9YUpG0tfvt7OquJet+RMI/QEY3d714fnK7evP2vTgHg8ZIhj4Kf4A4+DJ0cG4qYGbGBE2DgIeKyQgLFA5FA7x6sjp5+no8vvy9vbxCPoBBvXtERcSKA4NKBsWSjIfFwkXEAoMBwX3BRID/Bv52BfaKSo1HRwwGgwmP0k4Uik5MCcWHAghAPg3GhE8GBwFIx3xGwzwLlNUM1M/LjQ9rNkdzgQKwfPe+gvY/fTh7+rvSWRFTi9SMjciwugRqvoZuuYC9OXY+gC31K+BGf4aFg3++vDORgURCeT42ezt3eDNzc+ktpCxwNr/1AMCEyIM6eOqJ/i/3MmuaAXbbx0uGEUSATQg+C0LChQ18cigIvj1/uvGOx4UMlf/YHUvIBEQIwYN8ecBwrWYvqeMwayBNl8UXWJOEST2Oz/sOUP5Kjc/iNS0pNqLirSCGSooO04sKhcO4977wvPnuMXtjyth7D9h+H8pyPz0tewn3NzKpJWp4czZEvzfMjUxGStGPU9AFSIq7BtGxgr36s3e8tHt5urWKUpBHDpYQVJVud74qLrerbu5zdf9uM/xx9nevi1IwThL6VRE4Pd/rQBTzvFaHCA+FikoJCgnH0BE+kIs+A4e7fDo7u/18gDp9P/0AOjenoGFA/H/9QH4/OsO9f4A3wsI/f8BOUViKRY4PzZK/xED/hkbFAsdA+DKCwvoJw7vJykJEiQYICMo4AoGBxXqse3Y7PPq4+vbCMvk"
}
},
{
"name": "features.4",
"inputs": [
"features.3"
],
"shape": [
12,
14,
14
],
"op": "affine",
"scale": "4fG6PpcoXT5aZJA+YSnCPnmloj5UAWw+0QX3PhKk5T5Zhu0+fsC5PgGQzj75Fdo+",
"shift": "aqmDuy3jFj9bcHo/p5h9v6Lo3r7MUL6+O17jvlpxPr4x6Ta/N6uVvVw2Kr4M75S+"
},
{
"name": "features.5",
"inputs": [
"features.4"
],
"shape": [
12,
14,
14
],
"op": "relu"
},
{
"name": "features.6.avgpool",
"inputs": [
"features.5"
],
"shape": [
12,
1,
1
],
"op": "global_average"
},
{
"name": "features.6.fc1",
"inputs": [
"features.6.avgpool"
],
"shape": [
6,
1,
1
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
6,
12,
1,
1
],
"scale": "L4UUPGEiUzwESJs84/9aPPRuQzwnRSA8",
"values": "uSLaJrK/IIHYCMBKTX/3Ivw+lNgwIQpiLyYo70DPHTr0+jqBBQy9nF04pPyBHGTj7YHJ6hyk6ukwQKrtPDDHbhIJvWwvvIp/"
},
"bias": "xA99vvOlxzzxMoU+Q9O2PrhQLL6+lgU/"
},
{
"name": "features.6.activation",
"inputs": [
"features.6.fc1"
],
"shape": [
6,
1,
1
],
"op": "relu"
},
{
"name": "features.6.fc2",
"inputs": [
"features.6.activation"
],
"shape": [
12,
1,
1
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
12,
6,
1,
1
],
"scale": "NrVGPALS7TvD9IM8e71IPA4fAjwY9E88qTIxPBr8HTzwYwE8igpjPHkS+jtXhRM8",
"values": "5ViBCM345hG+f5HV78Yegfbu1Iplf/IaCOOBtsmaEv+zgeqZ7Lotf+CJJVuBaLct0YHGBOvBHi6RgQcA1cS2fyiTBZk1f9aO"
},
"bias": "ydwgPbxjKr99c6i+y3iyPlyGzr2+aQa+IhWhvpI6pL3Q1nG+nYpdP9SRuL3UVB6/"
},
{
"name": "features.6.gate",
"inputs": [
"features.6.fc2"
],
"shape": [
12,
1,
1
],
"op": "sigmoid"
},
{
"name": "mul",
"inputs": [
"features.5",
"features.6.gate"
],
"shape": [
12,
14,
14
],
"op": "multiply"
},
{
"name": "features.7",
"inputs": [
"mul"
],
"shape": [
12,
14,
14
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
12,
12,
1,
1
],
"scale": "JeROPHWfUzzzJRU8hAj1Oy3HDjw6Jho8qskXPBLHMTxfDDI85xk5PMKZKzzMlxw8",
"values": "e/sf1t8mf+T4Qj4QgfYpERzF+gbdcNsCgcZlHRAR7gPFfd0IgTQATBG8z2n4LqQ6ph/5W8aqwX8BBc4rIPjw/om4An/12zpRgfDrUQLk3TWhUZgT99V/7B85Mu7KdAsOW+xqz978f+H0a0EPHiDx3YHlElnv8T9Y8NvdN5bM3n/T1/ovfwMZzvwDeuD1ZRZA"
}
},
{
"name": "features.8",
"inputs": [
"features.7"
],
"shape": [
12,
14,
14
],
"op": "affine",
"scale": "+JmeQGkRfkAO9i9BN4W/QC1c3kCsE6ZAWZ9lQAVF6UBAGI1A9T6NQMvEq0DwrrtA",
"shift": "v0mMv5TDmb7po8O+Ynlmv38YLr/zXhW/rnS/vgOzS78+fkq/6EZGv4PzA74sx5m/"
},
{
"name": "features.9",
"inputs": [
"features.8"
],
"shape": [
12,
14,
14
],
"op": "relu"
},
{
"name": "avgpool",
"inputs": [
"features.9"
],
"shape": [
12,
1,
1
],
"op": "global_average"
},
{
"name": "flatten",
"inputs": [
"avgpool"
],
"shape": [
12
],
"op": "flatten"
},
{
"name": "fc",
"inputs": [
"flatten"
],
"shape": [
4
],
"op": "linear",
"weight": {
"shape": [
4,
12
],
"scale": "rYPIPE5WkDwfRSI8/42xPA==",
"values": "OAQb0IGs5jA3wqkpNeCB9PUb8OwXMRs/oFF/MA6kSSPhwurQkPO5GDAgCpOXGUeB"
},
"bias": "azvdvF/Gt755MiU9IfsgPw=="
}
]
};
// sha256 d16f90ee17bd3b7b1ebd69f61a3ea8574a09d0abba6233f07c95029126ca5297
