cnncourse.networks["context-none-page-signals"] = {
"title": "Two convolutions and context",
"record": {
"plan": "context-none-page-signals",
"seed": 0,
"network": "context_net",
"options": {
"context": "none",
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
"seconds": 16.0,
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
"test_accuracy": 63.9,
"test_accuracy_of_32_bits": 64.3,
"made_by": "cnncourse export context-none-page-signals --seed 0"
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
"scale": "rJLBO0Mu1zuajAo8ZDb2OySP0DvQkQg8+LyYO02DyTspsPE7q8oTPAUyBTxVmfY7",
"values": "YoFBD6YNa9gYN5NcKIwcVL4h6altR54INedCEsYsDIFUI7T5H9JjYY01HMUUHMk0Jaoy/K8T2urQGIX/gTHJ+QzFCrP9nlGcD+DNFa0LuEfE5A39IzpfDroh/FkYnANsxY/VQS8kqutN4IG6MzwjqoGvIm5FGDLd35bO6VcfcD301ZG3//7MEJoWvWerK8MCSs8XsE63Ksg5Q7cpgUOsLszk8majrGGtsl+jK0y+qGmw2Fi1BEyMgRal0Tmr5TuvnEqyHSoMlDzkhGK1AUf/vDjAgVPF+EHYB+gmpKHy7iE/xw4RhcTF+EV/A7gMzdfi1zhF+zYswsGBCkxBCDcn18axH0AKCSYt2tGX+B//V2ZEEhpQFh7iU3x/LRJp8EAH7lw+BRZEBvToIipIN3bH8gUx6QY46i+Bmsr+APQw5A+OqdAZ"
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
"scale": "zxmYPl4FHD9YamE+ry16PpsG7D5/jOc+e9ffPmLqDT818+Y+OocaPyjaJD61dYw+",
"shift": "+f6aPDlprbxmxv6+XhI/v68p0b6XXT++oPA7vu/Ssb4Vggu/K/Ywv+isJr+U3zm/"
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
"scale": "ayISPNjcQDxeWnw8jawYPGZqMDwiDio8Ja8LPN9cGDw9E0M85ag/PPiuZDw6/Ew8",
"values": "K8EOFaQKGLQuKLY5NZoiKKlhB0UrCmLWgTLg//zi4dHjxcobGuwBCRQFBgXeCOG09UPe5miMySe5/xSj7yenzF6SySHY413V/+sDBCIcuyHU+NusAfXlAg+1M/D7FA0mEyIw+9AEBPq1BAXC3OTi7+YQ5eD2w8vEHhP8ytDpNj8+IALmLyki/8Xb49y/CRYc2MqPTh8tga2yMgLjAyb2HxEF+AHW383h/gj3+QTiAx0EwKvd2gmYND5JtpmRucW8NAcq0crEIDQaQDIrChMQ4NCh8Qb//vPy2fvg2OESB+vxCvDbBuLc8P3XRhXnNzr/D0JJ/w4g/PcaycTWHNevI+6hHPayMk8mLVIP/0074urcAdnnyODhwuzTHRbY7BkR6vwpF9YSNgkxPM23MrmBCMmkGzESNzX8Ozgq6+zc/NnGCPesLCgsEz4vJBY+XktI/RUm4uAG4xMHxCQCCSFg+woX/QjoH/biCBT7JiDuNg/1lcD61mt5EHp2OjZWBxlf2+D3VUpQQC0r8u8KCOziKCkzYxw0Uibbfwz+Qv7dxuATRyFCKHtxNAI3NPUoH0VBvsbNEfcQFAwYhqa2AgQKIQghWTYdX0gjEyboGgYN8M3w/OLiSg/+JfjpDwjzWmrtb38GMkDu1bnSAvQSOTUyr8O+698a9+b2cSUbChMAJeYNH/MyPgsyTAItQT0KTD7xRUAMChjk6xCZ6tS4wxXEwRzn1iLO1CvhwxDm4DSBGRX7Jwk+UfEpAOPR6t7MxNm5yuXc6Abdwu3myt7/5/kh9v1ID94TJeEcOrYvNawbJM8kLM9QHPK8GCDKIt/40NHR4/TOx9P2DhoJIQoTKzAn7O/b8ebXBtns1bjo7M/8J7cg4L3JC8/1f/xE5Mnt5Q3DkR64FCQ6SgoaDRQqxMjbxdnBBr+9KSz99RHBwEnB4t7s5xPyx1O70+Xt4AXgtWjf9QniBhod/0vWzbjJ5Oq45g7LCQDuB+8XAOsMCx0XETsgNDT7/OEG8Nn698rsE/At8dH21sLO5tgZ3v0tyM++/uC6APTyEjMbWjxUyM/xFCAy2gvXQPdh+tX30BgI1vLr4duXDEAXuvTh2+yz4wAi2tG9JSk8RGpr7UkzWH97KvIXGS49VBUgCQ727/Hy7uwWC8wPD8r4H+8FIMAe7L0XE9Al3uXk2gbk7RHr+RIOBOgF37XK6+cH6+P+8vIF3gDoB9zT0xbS2xPh4gTT3R3hgQiese2cxTLo2QAH6P/oCATwx+Le5de81tjM6Mby29vq/cvgBjnzGvzP6tri8/HvGx4pCwIG89X7Qi83BTYkuaDDCQb3Fyob687y397tv+jCCyAOCfTlwgzrtK/WsL3a+Qbp6+cCXjA7FRoK8druHxIlND0918Gh4dnL4/QDBQEJ9Q/i4/XSsYGV3dXHGRoMuM7c57zNEeABFiURKCYsA//+LQktHhgq6Anm5xEE+PII2dDc5eUABQET3PX5+Abp9f777+0G4vXkqa2lrIGoKB4qNBwlD+4RDSsqNCArCPod+BEKEQw1AfsQyvbu4Pvb3t36LRAdCvny18TNGP30FPTv78bZ+8vEBebpCf8SFtauHhAf+xgw4+HJ+OfWXQvc08/Z6uXOqPPA9isKSzrayh4dgaW86jjSJOSd3LnoKg8DDAwK2eMHQy39HAX2vyrjCfnn0hbvBRgiPxri0fTwB8TxM9TBEO7Z3ev5C90T1OgA"
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
"scale": "jrc9Pm1wTz5NcZs+8RYJPhZjfD713Gs+p4T4PUMFDj57s6w9c+rDPtfZaj5Y5p0+",
"shift": "efvcu6Wmvj7IRs++RSbFvzCGKL+qNFw+PCNFPWsDm71tvEE/RW93vm/qkb5WaB++"
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
"name": "features.6",
"inputs": [
"features.5"
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
"scale": "Oc4ZPPk7fjx0VBw8ph8nPMQDmjwAUTs89vOKPJEfRDy0KbY8C0s5PHdSIjxHpRk8",
"values": "FBeB1m0Iy/P08vcyJPgLKtQc4Ab1cLZ/AN0K3vZ/5Qe5BPn0QO//miFBKdkOon/q2/h/DQndAuP6HhDj8X8S3hXIyVGMHAkRF/wJG98V9Aj0f9Va3H8B4jnjCUXRBhH+EQUBKeYN/gDwf+VNNun7xgF/BP/x2Brmfs4AzwF/DfPy6woBMx+Bl3Q09wEDmQg8"
}
},
{
"name": "features.7",
"inputs": [
"features.6"
],
"shape": [
12,
14,
14
],
"op": "affine",
"scale": "b7cVQLRetz+UY4U/8oZFQADLAkC3PPU/SuyqPxcsuD90GYE/Lf37P9jw4j+9vxdA",
"shift": "HWOWvmEuSL73XTK+DjV5v2SFkDyWpHc/ExR5vi2DWr5TDGS+UrNmvq9rq75kHPq+"
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
"op": "relu"
},
{
"name": "avgpool",
"inputs": [
"features.8"
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
"scale": "fHVaPAnleTwfgBQ8s0+IPA==",
"values": "79APfxGl1sDDOShCx9Hy9n8q1Qv429in4X8XtQbGfLJ2ISfYQv7p44E47Cf36M8s"
},
"bias": "aqWRvWyIzj7pCZO+VQ/1Pg=="
}
]
};
// sha256 1f44981238b337a897f185e5f92d20a0c650e2f8de59b2139b0f01a9f9ab8442
