cnncourse.networks["googlenet_mini_32-page-shapes"] = {
"title": "GoogLeNet, small",
"record": {
"plan": "googlenet_mini_32-page-shapes",
"seed": 0,
"network": "googlenet_mini_32",
"options": {
"divisor": 4
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
"seconds": 48.6,
"device": "1 core of AMD EPYC",
"versions": {
"python": "3.11.7",
"torch": "2.14.1+cu130",
"torchvision": "0.29.1+cu130",
"cnncourse": "0.1.0"
},
"commit": "288c95cbcaca",
"date": "2026-11-21",
"measured": {},
"test_accuracy": 77.9,
"test_accuracy_of_32_bits": 78.0,
"made_by": "cnncourse export googlenet_mini_32-page-shapes --seed 0"
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
"name": "stem.conv",
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
"scale": "3X4CPPPhuzvQW/E76zsJPEMLAzwSd207pYexO4m3wzuGOSI8RZ4RPELN+TuYB5w7",
"values": "/xjgDdZ/9xI97xH/CAFq1P9I8e7PJ/V27gkx39DkKnkA5dWdpeu+In/s48K/7//aCD0E6/3iRyPHf6q9SKzpUC7qcLG3O572SD/maKuyI7H3JG9MFdWuzsfhFX9HFNu12sv7G389HrvP4cH13A310l77Gw7E1iX7z3/S/Pza1gn44HHeG+vXZNLk05UZ//YPDcMFqJrWqYENPOLl2qD/08xA64HU6AfVykASEKrv5AsL7i4pJdnS9jUY6SwR/9YJ04GgQRcS4+oQvKS+Ww0WBLsQ4om4Uwke2ulq65MtOMLx6AVr6qU6I7YR8ABm64FIO738MBCsKX/Z5xsXHt3OO1DV4iMfGea3QGja7gwPFYPeo55t1V1nQbvQzoRO5UZwOqzn0oFN30F8ywSl30jb6S2xGf0a9fzJ/t0VDrgKzn/BBZ0t"
}
},
{
"name": "stem.bn",
"inputs": [
"stem.conv"
],
"shape": [
12,
16,
16
],
"op": "affine",
"scale": "nKGnPmzSAD+0L74+FBHJPpzdGz/qbK0+JHYBP9v+wT6NScM+lE2sPu7quD6zdyU/",
"shift": "yHmEP0Etrr4iHp89+c/xPDVwlD48AlE/fWvTPckGiz/N1QU/AXBVP3DhFj7Eszw9"
},
{
"name": "stem.relu",
"inputs": [
"stem.bn"
],
"shape": [
12,
16,
16
],
"op": "relu"
},
{
"name": "maxpool1",
"inputs": [
"stem.relu"
],
"shape": [
12,
8,
8
],
"op": "maxpool",
"size": [
3,
3
],
"stride": [
2,
2
],
"padding": [
1,
1
],
"ceil": false,
"dilation": [
1,
1
]
},
{
"name": "inception3a.branch1.conv",
"inputs": [
"maxpool1"
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
"scale": "sz3xO36E1Tsjn+M757TjO2+ohDu5os07",
"values": "/wiu2LPzAClCRYE1JhcnORkZDZmBskr/ga92OgMw9A7NytcKu5UfCLxEO9S7/IEsBiUX0FpC8k//gWc7Uss1Q64yICBBDIEz"
}
},
{
"name": "inception3a.branch1.bn",
"inputs": [
"inception3a.branch1.conv"
],
"shape": [
6,
8,
8
],
"op": "affine",
"scale": "Vw+QP8tyST8fGBs/ik1DP1CIOz/hb0s/",
"shift": "F7iIP+CQyT8b2MQ/OwEuQHY90r9wvpS/"
},
{
"name": "inception3a.branch1.relu",
"inputs": [
"inception3a.branch1.bn"
],
"shape": [
6,
8,
8
],
"op": "relu"
},
{
"name": "inception3a.branch2.0.conv",
"inputs": [
"maxpool1"
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
"scale": "fD5APN0jOzwM4D88VqxSPCMRtzsjeT48",
"values": "SBeBONMJ8xzr0AAR7SsR6g+/v6YfgQ0Q6Q/48wDCFcgEGIEUDPvygfzyCN/W+h8VpvXuUPjeIRp/Re0c5gXrG+7tKOKBDgTv"
}
},
{
"name": "inception3a.branch2.0.bn",
"inputs": [
"inception3a.branch2.0.conv"
],
"shape": [
6,
8,
8
],
"op": "affine",
"scale": "kqgrPx3FMz+7m/8+doYGP6I4Lj/7Fg4/",
"shift": "/MOOP5u8k0B+bDhATMcYQHrmib/OJzJA"
},
{
"name": "inception3a.branch2.0.relu",
"inputs": [
"inception3a.branch2.0.bn"
],
"shape": [
6,
8,
8
],
"op": "relu"
},
{
"name": "inception3a.branch2.1.conv",
"inputs": [
"inception3a.branch2.0.relu"
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
6,
3,
3
],
"scale": "6E2JOyYGwztRGuY74JWsO/XtzTs+/ao75CW8O6e1qDt1MdQ7YTvIO4IDuzvkIVM7",
"values": "3fr4ZxUYI7WmQbpFrYG6YNfIB84FB/g1ESVG5OjF6TzhCxkH79fz5xEH9SXy++TEHdABVE8EPR0V/fAKy+wfQcHo8sHkOiHilLMJgf8t9j4IUR3EOwr0KRD///j59AX09Bnh0i8JtUIklwT+Le0pAY+8HfUZ3+lMSZv0ArElzDIPaeDkK+PwXvIYKoHt9eIoE+znGe78+fnmEezz/t3vH/4b69DUD8DRBfcgPxzmGj4ZxgNHfx7XROi8D8PELQTkv9cFpPcJ/fPn+9TuOB/iP1HiAyxHvNA78BUBACI/xwIyPxLmNLPfI1T/8gUzJ71B/eP3B+Ml5Yy1H+QgCODS9fzv79oDAj1/7evONOytA/IGw0Bv10521t2b4Uh/uSo3ruj4zmBy01fq4uHPyi9J+VFSEuMsJRD9PCET4BHhCUQr0xAy7QTJRRXRKhG7JsDxBgwBDT8cCoHun/hM6VU1QUJFBkMp67zl7OgLz9r5zQD57ug5pBppnpkMLv/JOTk6wLPB/djXPgH/8U1/HRo9/jw9nMkntPYYyxjsKBox5e/5Dhj26cHD4ptG0JHbKtb+xSA2xws1EdkEGGvapW9LpYHlKRzg7enAQd3s7AnqPEzlKj78Eu8lA9TjONn998DDOATuYBAZIz8/z9FKxpw6AgnQ2CYh6fki5ilFCQElFDyB9LHM39Gc+h5h/dguA/MsEcnnKvAfLuK8M/WXDPL+3S0H1S3kDSrPTH9Q2xawClbkFn0c8Eqq5g39IHBF/yGyEPBO7M4KM+03EvXBEkIm7gLT7fT0DfrBBqL64JH0HN8C0tbREOWzpv42gvIXgZDhuV+pm9CaZPIoIMkb9PtByz7fpCL57vbV"
}
},
{
"name": "inception3a.branch2.1.bn",
"inputs": [
"inception3a.branch2.1.conv"
],
"shape": [
12,
8,
8
],
"op": "affine",
"scale": "8xEXP9riFj/XsRY/9TYHP48ACT+d/NA+KDHjPmdRIz/nbQo/p8/sPi4NEz/8/yE/",
"shift": "oXI4P6KcJz/sqYE/YToaPfP+ND0ugAq/Ml5NPxVupz7ORf4+YNi/P7zk8L/o6QdA"
},
{
"name": "inception3a.branch2.1.relu",
"inputs": [
"inception3a.branch2.1.bn"
],
"shape": [
12,
8,
8
],
"op": "relu"
},
{
"name": "inception3a.branch3.0.conv",
"inputs": [
"maxpool1"
],
"shape": [
2,
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
2,
12,
1,
1
],
"scale": "TbzGO4xICjw=",
"values": "EuCOldajCEY3ZoEO/O3FV+LfG9OB0iIH"
}
},
{
"name": "inception3a.branch3.0.bn",
"inputs": [
"inception3a.branch3.0.conv"
],
"shape": [
2,
8,
8
],
"op": "affine",
"scale": "jq4DPxcaKj8=",
"shift": "fHmSP43yHEA="
},
{
"name": "inception3a.branch3.0.relu",
"inputs": [
"inception3a.branch3.0.bn"
],
"shape": [
2,
8,
8
],
"op": "relu"
},
{
"name": "inception3a.branch3.1.conv",
"inputs": [
"inception3a.branch3.0.relu"
],
"shape": [
3,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
2,
2
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
3,
2,
5,
5
],
"scale": "AxaiO4jyoju7c8s7",
"values": "2wysB1Hxe9qpB6nLHQABBswiBRdF5uYx9xi/4+AKgaUj8OgFMBv70wmmmdEMNfDvPwTsAiAUGv4dDTwmBQgk/qtRNgiBtELmv5Au9vENs77k5CrjmukQZOGYvMAhD+bbGRpJMisS6q3d8gVG/sjIAn80CsXREAIMBRsPvxXT3fgGKAc7MOrVPFVYDdboGBTi3dQ1FrPx"
}
},
{
"name": "inception3a.branch3.1.bn",
"inputs": [
"inception3a.branch3.1.conv"
],
"shape": [
3,
8,
8
],
"op": "affine",
"scale": "l495Px14aj/DcBk/",
"shift": "kWOWP59oID8JTs8+"
},
{
"name": "inception3a.branch3.1.relu",
"inputs": [
"inception3a.branch3.1.bn"
],
"shape": [
3,
8,
8
],
"op": "relu"
},
{
"name": "inception3a.branch4.0",
"inputs": [
"maxpool1"
],
"shape": [
12,
8,
8
],
"op": "maxpool",
"size": [
3,
3
],
"stride": [
1,
1
],
"padding": [
1,
1
],
"ceil": true,
"dilation": [
1,
1
]
},
{
"name": "inception3a.branch4.1.conv",
"inputs": [
"inception3a.branch4.0"
],
"shape": [
3,
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
3,
12,
1,
1
],
"scale": "PCegO3NMBzzK5So8",
"values": "0tPE9MjCFYHq6xOa7hMU9wAN0n81wwzQfzTW2WEh/uvYD/Uk"
}
},
{
"name": "inception3a.branch4.1.bn",
"inputs": [
"inception3a.branch4.1.conv"
],
"shape": [
3,
8,
8
],
"op": "affine",
"scale": "JacLP1coWz+hC/0+",
"shift": "0kVbQO1oRsBUvti+"
},
{
"name": "inception3a.branch4.1.relu",
"inputs": [
"inception3a.branch4.1.bn"
],
"shape": [
3,
8,
8
],
"op": "relu"
},
{
"name": "cat",
"inputs": [
"inception3a.branch1.relu",
"inception3a.branch2.1.relu",
"inception3a.branch3.1.relu",
"inception3a.branch4.1.relu"
],
"shape": [
24,
8,
8
],
"op": "concatenate"
},
{
"name": "inception3b.branch1.conv",
"inputs": [
"cat"
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
24,
1,
1
],
"scale": "hP2mO2Gl1zsXo607i/2NO+c9rjuoK5Y7",
"values": "CuS0MO0Rokq6D7Qof9q4+hJLCUr748L14/1gfxDZ1+bs9PVoo+omdQUJ++v94ws45AsSb908CxUaDH8IGwe+ENwE1PjuCBvy+sMKQs8T7bJ/IyuJthflNfMIxvnkPMTv9Qb99C7Lt8vdzcgEuLl/5Qf64P/sDeV+5X8soxcZPecB8wPH8j0CCdEJBs7d2VIg"
}
},
{
"name": "inception3b.branch1.bn",
"inputs": [
"inception3b.branch1.conv"
],
"shape": [
6,
8,
8
],
"op": "affine",
"scale": "G45oP0IEQT/MxYU/IV1TP5bnbz/DuHs/",
"shift": "wH8xPwnipr9i9Fy/awXiPmCqED83/Z68"
},
{
"name": "inception3b.branch1.relu",
"inputs": [
"inception3b.branch1.bn"
],
"shape": [
6,
8,
8
],
"op": "relu"
},
{
"name": "inception3b.branch2.0.conv",
"inputs": [
"cat"
],
"shape": [
8,
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
8,
24,
1,
1
],
"scale": "kmHZO+u6sDtII6474pANPPvsuztbS7o7AxrtO8RetDs=",
"values": "4OZHY7NLwHB/+GDo4rYdGa0kBM/YFMbc3/0a7g/9Eu8o9zT1lOtLf+0e77rxMBz25gWYDsO3InC5Gu4Kf6DL6i8C4MR10p2RgWcc2f3I/xP4xB6m8/HwCr4ADPTAQMbc65fa9bQVPsSugSGeRmtPXZ1K6OoaV6cb9+bWuxrvw6rTIeTy5vltjd/8Cl6BSMMC2BB/Qd67zeLQEhww9+cRBRrzIe/ZFfhkGsDfDcPDNfU+6qmDaLqBsK9r5U6lM5Om"
}
},
{
"name": "inception3b.branch2.0.bn",
"inputs": [
"inception3b.branch2.0.conv"
],
"shape": [
8,
8,
8
],
"op": "affine",
"scale": "DTosP7NMRT9mizw/AJUsP7sBLD/LXIs/5TlrP2a4WD8=",
"shift": "yF9PP4qUV7/3V7Q/2uQKQPkjMD/1iQxAYYN2v+/RFEA="
},
{
"name": "inception3b.branch2.0.relu",
"inputs": [
"inception3b.branch2.0.bn"
],
"shape": [
8,
8,
8
],
"op": "relu"
},
{
"name": "inception3b.branch2.1.conv",
"inputs": [
"inception3b.branch2.0.relu"
],
"shape": [
14,
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
14,
8,
3,
3
],
"scale": "GGHjO9wolzuKbcc7sAWsO+u74jsDAqE7+LLlO5Xylzvb26g71XTzO74cwjsHzoI7RY1NO0pIbzs=",
"values": "fzwuNpszR2RsGR08LAgfLhncAyDE6RHSvu/BTzT9CRL//AEs2OxBpQobHv20ttuvHgnrCf5GHQ/bAOz40Ag65S4+CCQCMO4IDkU1Pc5RMBAi3QbmARkC3v/dMMWPivqzgbqe3vc+HrgtNUqt5vrWD0L630ADxfoF7uUB0u013frk0rEjB+V56xAN9CTp1rHLLBUZ6QYfEdIj8jX0A0XK7BXHyQ3+R2bvzNv4uAtPM/1df0fE5CDlA2ExOVgXKwsG7hkv4jj93AFa4jYFD+yf8U0FKDIw8iHsF+H01B7GBMSNANzY8wsAyd7yGO0J+xJDACgNFAALCSMZDjziDDzOJRkKEPHCLUscHOzoAAD+OMTd9APZyNThLB/qKjN/FWY8FgAL/egGFfb+CgYiFtMBMe7rKM7e5hPTrtvmLRvRAfYk1wAy2x1/JdcQVhf5+BoGHfXtGP80HQHe69Ls7gkQRt0B/hwh1NrMQdkW1WxA8W+5TSNJAAD+7zX92GcTVv4EY9HZDvTrcn/nv1He7BowAtLK+vJF4szh5BIw8vJL99YYFdAJ/gwcCzktG+e3HBQw3MzlzOMg7R9/A/b3BvHqCu/51Nzw9DsiADb05wcVDggH+R4g8fvbP/TPLCD2DycU+O32EPzaKAceCOHqJuAUBC30JDkI7P/dfxA1P6rYSvTm8AUgE9vsD9e6GhAXPRxqGhNOIj82++0rBhTsydAcyvLR6/3P6RPjEyn49xLYKQoBOvHrRv8A5/Ps5O31/xwfrNc/+Un4Uhu16A0j/gkZIQi/5wSBAevcyNI6A+wO9SxaBWJJG/cH7NPm/bWw8+fZ6j4WBywt2+raCiAPChj6/NINGfAa6Ob6/CImWBHSGszu5vjyFTPs/fT6IE0UJ9oJPuAXRx/yJAMjGgExChgc9fgNyM0UBNXK8iEDF1z05dmZEBHGx/HzSSNHLeZEf1Yh/tQQut7Q/dkv8fQx8+Hg6vYJIESpSwXu2wb15ARvDMD8fyXo8tMs8Pr0RMbQDcQM09Hs3ebu4srYBxDN0OLKEUgyT/9HIw7FLP/RBSD5SAZsI9LrOMjNVSUBGPkzNBAP4vTUELy45pyj2ajtARYoUOvwfynwGxQdz/L+4xwpFvdP/fAY2N0kCBsFYh0iHFYFJsAC4tXfB7j27cb23tfS5sbxu/k/L21gc0naJQDUQgaFFIHD8MhYURku0KvhKg0HCqSF4/XjDRcV7PjKIwqn8ryDIPQWKh1eQA7/AsiBs57XF/759cC7+qvL484P2KT3wMgZAbayoInBtRlv/076Ex0fGURouY/4IzccLnQc6OcJFSzCCvvZ2gEXyAcZ4xlJ"
}
},
{
"name": "inception3b.branch2.1.bn",
"inputs": [
"inception3b.branch2.1.conv"
],
"shape": [
14,
8,
8
],
"op": "affine",
"scale": "sPLcPkwBBT8ePwM/m2D/Ph3dFj9FZQk/zgEQPxQ43T7KhiA/r4ndPi/n5D5XZxc/vtoKP9GbDT8=",
"shift": "tdSlv//WIT88Xw7AuoEUvnXWwz0Ks8i/i/7zvrG2GL95gEg+r9iyv1WCWj/XWqK+q1QHPxqysT8="
},
{
"name": "inception3b.branch2.1.relu",
"inputs": [
"inception3b.branch2.1.bn"
],
"shape": [
14,
8,
8
],
"op": "relu"
},
{
"name": "inception3b.branch3.0.conv",
"inputs": [
"cat"
],
"shape": [
2,
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
2,
24,
1,
1
],
"scale": "IILHO4RRxDs=",
"values": "v1T/Lsvk0tpcfwSrLfHp3MsELuX18wn+FrMjKOJFBtBjAvvE5fJmf5vz4u/RFL8p"
}
},
{
"name": "inception3b.branch3.0.bn",
"inputs": [
"inception3b.branch3.0.conv"
],
"shape": [
2,
8,
8
],
"op": "affine",
"scale": "6jkAP/wzQz8=",
"shift": "Ka14PyrzhL4="
},
{
"name": "inception3b.branch3.0.relu",
"inputs": [
"inception3b.branch3.0.bn"
],
"shape": [
2,
8,
8
],
"op": "relu"
},
{
"name": "inception3b.branch3.1.conv",
"inputs": [
"inception3b.branch3.0.relu"
],
"shape": [
4,
8,
8
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
2,
2
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
4,
2,
5,
5
],
"scale": "loWCO7Zgwzs6joA7NuueOw==",
"values": "zmUpOwMgcNbl7/W6CuyrFewH6aPgFqXZAc4VFd+VMn9sKqAFWgEgtrF7JOrkiKio4OLz9Qs6DBwZ9zotLwKtufPPAwYQ1dS9Nmcq18vSxiVLHgDGyza4NUG1GbcVONB/Ri/y0pvLKWDbzFUlJTwMI7XvPz4Gxz+pTVQLvJyzz+KVuPEkfwap71wW1MoWRw0EtwkE7w/KBBkcJysoOcnR0ir+vK+i+/nr7hsX0tsv7r/cBQqgDEMWPchLFutUNB6ljgx/RlnnGC0="
}
},
{
"name": "inception3b.branch3.1.bn",
"inputs": [
"inception3b.branch3.1.conv"
],
"shape": [
4,
8,
8
],
"op": "affine",
"scale": "nSQDP17pGT++Rwc/qIASPw==",
"shift": "HIvBPXunjb49vbu+ktnuPQ=="
},
{
"name": "inception3b.branch3.1.relu",
"inputs": [
"inception3b.branch3.1.bn"
],
"shape": [
4,
8,
8
],
"op": "relu"
},
{
"name": "inception3b.branch4.0",
"inputs": [
"cat"
],
"shape": [
24,
8,
8
],
"op": "maxpool",
"size": [
3,
3
],
"stride": [
1,
1
],
"padding": [
1,
1
],
"ceil": true,
"dilation": [
1,
1
]
},
{
"name": "inception3b.branch4.1.conv",
"inputs": [
"inception3b.branch4.0"
],
"shape": [
4,
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
4,
24,
1,
1
],
"scale": "/SazOwTF1TuOdc87BlqsOw==",
"values": "4g0B6hfl9kiUJbMEA8fp9Bmv+H8MI9oBDxjK6QbiBP7zZfXSXtWBqNXwBywz59DnVzVXDBkrUiseBVO5MVM45pq8gdT8uL0GVjMftwcK8fPn/v2hw+0uzoEqSLnrLs0R"
}
},
{
"name": "inception3b.branch4.1.bn",
"inputs": [
"inception3b.branch4.1.conv"
],
"shape": [
4,
8,
8
],
"op": "affine",
"scale": "FfqCPw8IRj8e/jk/uM56Pw==",
"shift": "LeLDP40wI0B1cs2/hjM2QA=="
},
{
"name": "inception3b.branch4.1.relu",
"inputs": [
"inception3b.branch4.1.bn"
],
"shape": [
4,
8,
8
],
"op": "relu"
},
{
"name": "cat_1",
"inputs": [
"inception3b.branch1.relu",
"inception3b.branch2.1.relu",
"inception3b.branch3.1.relu",
"inception3b.branch4.1.relu"
],
"shape": [
28,
8,
8
],
"op": "concatenate"
},
{
"name": "maxpool3",
"inputs": [
"cat_1"
],
"shape": [
28,
4,
4
],
"op": "maxpool",
"size": [
3,
3
],
"stride": [
2,
2
],
"padding": [
1,
1
],
"ceil": false,
"dilation": [
1,
1
]
},
{
"name": "inception4a.branch1.conv",
"inputs": [
"maxpool3"
],
"shape": [
10,
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
10,
28,
1,
1
],
"scale": "3iqBO0j8tzu5b6Y73WaZO0JvuTvgSXs777DPO07ytDs3Tao7/CaCOw==",
"values": "qjw9xEf0f+Ce/RPazh0B4r7H6XBOZVHdGsQc1SFAVhkgvuTJw/TPfy5IURQLGBkN7CMLVgi7+vP9XhkUEN/lFNvS9um05uA43goEK3/0aL80Bkg3v0HeMREwzmNn3AY9v4XI3YGg1BFN0VTT6d3hKyKBzByoKibF594V67AFKOn2HAnBFyYCF/kF/cn79nIbtth/DPAvsXon7vVT5SIB9UPj9+cZkq/D9v0X7+r46dvn1iXY3+6B9QBNDAf9A9tA+u5C/TMT60kxBPNMSHgNLy0oHu4uQUAjVvZDJeAjf0Rf4fDl0+tEDQhrEPn3EODudAb4173v2PGBPxQS2qjPPI4XAbSur8fsgRbB/OrZ+OcSHRu+U/e5mQ=="
}
},
{
"name": "inception4a.branch1.bn",
"inputs": [
"inception4a.branch1.conv"
],
"shape": [
10,
4,
4
],
"op": "affine",
"scale": "bRBGP/rcJT+3B0I/7sQuPwT7Jz9T7U4/6itZP3p71T7S1Tg/y8QwPw==",
"shift": "+UyGvoFdFcBvk3e/HpTEP4uS1T88w9a+s+DKP/slPcADqD+/ZqlxQA=="
},
{
"name": "inception4a.branch1.relu",
"inputs": [
"inception4a.branch1.bn"
],
"shape": [
10,
4,
4
],
"op": "relu"
},
{
"name": "inception4a.branch2.0.conv",
"inputs": [
"maxpool3"
],
"shape": [
10,
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
10,
28,
1,
1
],
"scale": "wv2VO6aXUTv542g7UcOrOy4hlTtI5/Q7H8AZO7KepjuGcNA71NI/Ow==",
"values": "SfXq8fvwcvG+5PFoExl/RA3nHDQM6QnsZfInpFSqtqavFeoHMhzXi5J/ZnTmDX22xN0UJld70vgRNAgSFKnC6+JB4eCB+wjs6hMaIwPGriP+3aMy0wwOLikZ3ydHNips7fr9OEy338cSKOvZttqtfwDtz94pwx0ozn8KADMHKYUQuuNezw3t8ugpvj0X8AMB8gd/Hej4XTTU4+IuBeEODSo88+nt9sMH7oEHze5A7OejsQ2ZkrrR6DXNx9sA9V2bDtHc4vFJGAUfByIM1Q/L/iDEtH/iAQtl2+wD3fXrB/Qcrtfv0cUx+QMHC+7/+wZ/GhEAuI8MyRvtKsgh9RgVejn1KV4vrBseIIUAsdHr6wJ1mFmBwgLwNQ=="
}
},
{
"name": "inception4a.branch2.0.bn",
"inputs": [
"inception4a.branch2.0.conv"
],
"shape": [
10,
4,
4
],
"op": "affine",
"scale": "5+EoPz9SRD9QqF8/uVIlP14QUD/ERx0/1blFP9Q5aT9I7y0/BD9APw==",
"shift": "0DTYvzN0A7+TH6g/zMhkv6lZ4T0MiIq/5LgbQGXtdL/dnho/mqVFPQ=="
},
{
"name": "inception4a.branch2.0.relu",
"inputs": [
"inception4a.branch2.0.bn"
],
"shape": [
10,
4,
4
],
"op": "relu"
},
{
"name": "inception4a.branch2.1.conv",
"inputs": [
"inception4a.branch2.0.relu"
],
"shape": [
18,
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
18,
10,
3,
3
],
"scale": "x00VO+vFHzs3dRs70GgTO7jBPTst4Vk7UkEqO9cqDjukAwI7exRVO0KKFDu+ZDA7M7zIOliwgjsJxkA7j6cwOxC4Azsg4347",
"values": "u44XGgL9vhoWHtXSKL7uvw8M4vj7x98o8Rj9RkUSWEkn47Djz8czvyQq5VftGB4hYX/f9McCy8Gv2dXYAuDI5b4NTEnOOArJNyGtNOi888PjTUInLAL0GwUL0vm48gLw3OQXDeM471R/CzbvFz1DICr0JOXrwMi53RMYyPbX7Nq040PW8c3B7aG9+7LXyPBR3tgeGM/J+trxLSHbRvbm8uAOwL710Xhp9TdK1u3oE+cc7xgbDA7s2KsAuoTEJfwC1f1A3/z0FtHuKwLx1+H3GkzmclrjSHIW1rHQ50va5CjaQvv7FIHe8tglv7S2xt7A5ujIPzkDGdMaJaPSw/8BIjVHH0TWIwkaE9XL4O4/ShrUUEP7+BxD/R35Rzk6AQ64uvMQNBUxD/MEAhJUxAkf5uIC6QEoCrw4RQg//d0hzSUF1w1ABP7/ABn83uzey9Hw5Uoszyx/8Qf8HZ/DCuHn8+wRIOwp/RMt9hr45awi6MDI5zv66uQWJA4d/A4XEjNBAPMP+CP5+ShQ39vTE6rvDvsVDLm+j1VbnTo96sPh873f8+vuA/gZzTYb9bREAvLu1/RB+h9/9/AaNHr+Chb13/4AFx3qE0sYEPkcADnvPn8K7+T8CxT+Dgrm7vELFfEFE7EP69f0CNbw4a8CAvECx8Mf8utu4BPg3eW4BPbt/BXr8NTn4xgwBgInPAHoSCr56ePg+RwU4hYx9fQpJTvrMElfKwwF1xse2W0YzycQ5Dcp+OTx1+3y8/8Y1hnRIOC2SUcQItPjv9XhyKD1yfjLFsTFwPbqxwz5uOjY5NrHru7u3pcA8iNR7H82AiDr/tgMDN4pGAEcwBfWB+M0z8fgxhnoms5H/b/l2hwoG0Eu28jCPVnpAavbDu3MECYTL/4JRdHOMW7SBoHH7Prp9drOvtzu+PbQSVoncAwzKwoIrL37z68wBtECPDjmxwgPvzTu+CeVKEz48glEQE/P1bvJ4cS8Jx76MPvEBgTqGvvN+N8DnLvhfy7PGzjm4frkFPvASRCWrObPKBs3CsQBMQLt8xmwEOnqBOjpS20R+d78+KK5Mt3wGQwh0iEEGzDM1tUF/ZbP0PP43voJBd4EJ/oPLOHXHN4i6hcO5xNiDRoN17+8xfLG3AH2w+Dz58V/6do8/eH6CO7eEvjw7dAVMN91K9cFm8b95yVkAvL38AbU/x4J5yM4RKoODeQLvLj5DM5kOs8aBewNd+kSG8ogMS1e48+WMUjtFH/IMvf3mzIPpRwZuwj7L0HNQRuX+hL93bYWANcW+kcJEPne8p8IyLrOKVmIUBHT1OIFRkkBFigFEyVHEcXuPiQeEu8m5rb5FR77QO0XJR8xCjZD6cGq9EDppinPQbWj3kk1sRgK20k/NRJBcVwaICIi8M8dRvBKwCZNMLI8YusA6w/PBAcn/EpA8ibeMn89wszUyMkWrqzXlKWeExvtLSJNpsD5D9weOhwoxQfyw+rRnZmfJiUIgazVhdn1FiFgqgLIRf2WV5CO80vH1iwBtPT0CBHoHhbiivf57fDC3t6D4tNM1rvXCCTRNFPWC3/y5hEf+Q4O8hK+6wEC6SQ/9Pv94SUy2AIZ7UMVCv76MATfFNA9LwYkF/oD4FI04f7a67fiA+kD7gbw4PcZ2C/q3vAd5P/zBRgA6M4OBNDvEjAjBvj5HiIF1n/1sfFu5p/RDgXf+uD1+Q4vFQH3BBYpCwgaxQzb+PTtHuffOgQTDgge7t7Yyz45xyoOUNW+8PLa7fwJDCIxsSob6uonI9Da80Hx8hP6+/brDwv6C/385PML7sOBt+strYEQSjHaOznP+MHMdivmauqm5dIL9L/OxNAi8PxB+rmkLVLO6Oj8Hwnh8L0e67Ax2OwB6Jm9AbDi7hrf5rQ7/8dcHVHmLnLS5L/QDOHx8Bg1Dz4S5PjBgeOp4Mn82wG53bbUFtTT+vPZ6MD14gwJ9+r3K8XlFRbizO7w7rn8Nhsj9+3u2DtJrj5LLw0oDOf6Ddf8DBfEG3H08inZxe7oEbjGY+K8797Z8VsmyHk6GDEz6a8ePvk0+9DyB9zy8C8K8ubm0PLb1R0FHhDqNhoAO38kCvb89OTpGfYt6RXVIQUGLCJL4fEA8RP1yeQACBTm4w8eD+ch3+/tLg4YK1Ew6t/kODEHDfEJ"
}
},
{
"name": "inception4a.branch2.1.bn",
"inputs": [
"inception4a.branch2.1.conv"
],
"shape": [
18,
4,
4
],
"op": "affine",
"scale": "HMFLPyA8Yj8gfHQ/TTGKPxcPLT9NYUA/mIRfP/vgjz+cUYM/mXFPP3c3Sj+MfD8/9huAPydcVT9nkWw/c25qPyCzjD+ynys/",
"shift": "BHgGPvb09T7qucE+3v8zv6wqcz02tK2+VQNmvWuHET+MZ1w+GGm0Povuuj61Dja/pVmYP4ZEYL6/irU8oFSGPxhTEj/KumW/"
},
{
"name": "inception4a.branch2.1.relu",
"inputs": [
"inception4a.branch2.1.bn"
],
"shape": [
18,
4,
4
],
"op": "relu"
},
{
"name": "inception4a.branch3.0.conv",
"inputs": [
"maxpool3"
],
"shape": [
3,
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
3,
28,
1,
1
],
"scale": "qi1tO62lkTt/Fpc7",
"values": "8bcITYEuHVU40A8oZMcYwCzu0BYLt/vYhyPlWWC8AEG71Uv2DRJ/KJUi+UMlZyioLXIWEhkF3NurNDPbAoQnxQxkRP5/GL5CDhAANeZJ7Uf/vt4O"
}
},
{
"name": "inception4a.branch3.0.bn",
"inputs": [
"inception4a.branch3.0.conv"
],
"shape": [
3,
4,
4
],
"op": "affine",
"scale": "TDckP930Dz8y9SE/",
"shift": "UFmyPhPgur/Yyni/"
},
{
"name": "inception4a.branch3.0.relu",
"inputs": [
"inception4a.branch3.0.bn"
],
"shape": [
3,
4,
4
],
"op": "relu"
},
{
"name": "inception4a.branch3.1.conv",
"inputs": [
"inception4a.branch3.0.relu"
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
2,
2
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
5,
5
],
"scale": "kKRwO5gZPTskY047uy5jO8OnJzuT9P06",
"values": "+APq9wHwBATe3v/9H/UP+/T57OzpxLvU7xAuMScOCh8G+vAYJg1/KwkgPlQBAfooPgcjE9fn7SP80NX6CceVou/367m4DPPx8fcADScT8jYm+qvUH0ny2gj9OTX5EvsTHen5IO3Gk7bWu4ET/vK0MU6d4NIErafmBN3S0PDf2fDvtNXh+NK76RvKqNzkK8IaDf7d7ur6H/708gUfBzpcAwsUCPL3LSqlye35Ky71+gok5+7e5iD55d4HAcsG9O7S6cDSGAn++P8h++3z7eAR19cX/UIGBC/1C39wcC4CFkAe9+T1Cw36FAtiGt/cosfQ6eHA4tETGwpJ2yQ1KX9BD/fgq1MVCjXjV/8C3hgi3NfK4wLk9gssNuXd/NwLAhgnOD0hQTUa4SonHOgD5ic9O/DdICcS8NsYHNRBAkoS7SvvFbDe8/cC6gUVD86+u8HlDuwBX9X+3n9R2PfrVwnRI2g2CPrsAWEc6sUVaFDoskMVZODiO0QCJBvpJy8176D+EEjfgUvr+hspEBklC+Pi1hNcAeIFPOLuxNEEKmLOxt6pEOrsBvjr1NI2Niwg4TISVijnJSb+zfvmFcS6yvn3VCbp"
}
},
{
"name": "inception4a.branch3.1.bn",
"inputs": [
"inception4a.branch3.1.conv"
],
"shape": [
6,
4,
4
],
"op": "affine",
"scale": "Q81jP58OdD/Vb34/uoeQP1iKUz9nuZU/",
"shift": "VW9RPkf6qz/Jf+u+wRmKvoICs75pUIY9"
},
{
"name": "inception4a.branch3.1.relu",
"inputs": [
"inception4a.branch3.1.bn"
],
"shape": [
6,
4,
4
],
"op": "relu"
},
{
"name": "inception4a.branch4.0",
"inputs": [
"maxpool3"
],
"shape": [
28,
4,
4
],
"op": "maxpool",
"size": [
3,
3
],
"stride": [
1,
1
],
"padding": [
1,
1
],
"ceil": true,
"dilation": [
1,
1
]
},
{
"name": "inception4a.branch4.1.conv",
"inputs": [
"inception4a.branch4.0"
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
28,
1,
1
],
"scale": "1NmuOxw0jTuY0rY7yGKLO5E3pDu9CaM7",
"values": "QXlUAF7IMDqBRuTk2wT2+j8QNA9D8hrz/zQjypI286UnDbhgQrfaWw3FynyUI+pH7YH4vdiXERAf3O7M8e97xJnhevgAAUlzqz5lK+V/rTAm/jsC91AiAg9QIfrOJC2BAvO+x8UiRyv5NfIkEiQHOCYL9holGXxSQDIQtYPYw+BL/TkWJ/j/rhtUgQW2H9qBCwIdNXHuCA447tXhKQa41gP3k/+3tO4M"
}
},
{
"name": "inception4a.branch4.1.bn",
"inputs": [
"inception4a.branch4.1.conv"
],
"shape": [
6,
4,
4
],
"op": "affine",
"scale": "EnH1PgYgMD/uFMc+ZRhNPxdQIj85Uzo/",
"shift": "PWzwv+4Z+T+Zppy//PDBv090U7+Nie8/"
},
{
"name": "inception4a.branch4.1.relu",
"inputs": [
"inception4a.branch4.1.bn"
],
"shape": [
6,
4,
4
],
"op": "relu"
},
{
"name": "cat_2",
"inputs": [
"inception4a.branch1.relu",
"inception4a.branch2.1.relu",
"inception4a.branch3.1.relu",
"inception4a.branch4.1.relu"
],
"shape": [
40,
4,
4
],
"op": "concatenate"
},
{
"name": "inception4b.branch1.conv",
"inputs": [
"cat_2"
],
"shape": [
10,
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
10,
40,
1,
1
],
"scale": "7n9jO0GlezuQzno7F6ThO+DwdDsF95w7k6AtO/kCYDsYHoE7YS2fOw==",
"values": "f/C9CdzVBKjh3GroDeW/9O/oDtwG9yUSFfX44+Uj2hj270bIvScH7Rb58gox4+b3F4Q260cFAPcE9RPYYOT33ObXDh/jJvrJ4x7+Hn8UHLHtTPXE+QwiBQTU6M0fCtn7FChT6eW+6f9EOAv4zDsu/9hLH9RDF7+B8eIZ+w3f7QER+AH+DgE0DQkIBCvtIectORHxzhAw7MUE/eZXf+465x5lQ/nTSn8iUcntB9oRAwFHuBMc68/pTQchMPya8xHZ3/0lyx0s5KkV4+Un2CwIEg/IFzzm9RL4JC7rCOkQCSgb5BL52uHqDVcDy88POPiB083YGxfOVuH/HRLv5eLR3+T0BL8B604wC97y3d0KIuIH2y3JgR7t5el2t+LbV8nxFMDIL+uZ++o18coLB9EKGDb4/B9wwVrZfv6BHOCUsCkQY+PkDH/yOf266OXo1DTh0+v+JBLuuvACyxAMVBa40dUKKjB9yxjP9u/nEPYH3xDy4+0T9xYKD+vo3n/FCMz1EQgUDEnb8AEy6QEaWuMz4w=="
}
},
{
"name": "inception4b.branch1.bn",
"inputs": [
"inception4b.branch1.conv"
],
"shape": [
10,
4,
4
],
"op": "affine",
"scale": "2j2zP3HYhT9zFIs/VxB/P5JcjT9If5g/HZCmP1e4iD87PU0/ZZ5fPw==",
"shift": "HuVdPz+WLb4F/6W9tyq3vzce4L5Yzug9/QlMP5PQST86Zai+r0bovg=="
},
{
"name": "inception4b.branch1.relu",
"inputs": [
"inception4b.branch1.bn"
],
"shape": [
10,
4,
4
],
"op": "relu"
},
{
"name": "inception4b.branch2.0.conv",
"inputs": [
"cat_2"
],
"shape": [
10,
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
10,
40,
1,
1
],
"scale": "VRU+Ozzuezunh6o7Ho1wO5sbOjuqACQ7UveEO4b4Rzs2ZWQ77/SMOw==",
"values": "97gQzD7wIwz/+PcSFvb7LixcHcfyvArWFmLn06c4J98K/PHXf2AmwZeiUGrJ+41/VKrh9BL55iQM2/8eHDTlzgQN3v8i9sDQ39vwjoTIGwsJCC1/sSHfKO3PDBzXBAvi+Ore1AtA69XZ4P8U6PQZJSbUB6qvAvfg7Ay0uca2y8dFgfBlEO5FIjdG8DvG78YtyBHw6ZUUq5nMCzXysg1r7CRoN6ruQyVCM+PztdrT5Nj8wSbaGwTTwN4F+Pz2LNZcrCl/7/Ir4aOVgdwrIvyr12OtERLk3bkk8iZurdMftZ/GJvOp3mDbO5QOaTsp3RG+FyYgR6yBuSZB1PxED9sV6vDrAvnoKRzj6SnmC5nO4wbz7EKTI8L07Q7I/ucE1fWwnbgAfykvLy0rayTZLQ4kBhtF6AImFfrXBQGo/1IIUruc4uMb+eySNHOx8yB3zgIXAiTbdiEZOxTBZwpFWMzso9TnyOKB+h1SfzkRCeYHBOrw6CYw5/ns8u3y8NoP7wr18uQND+MDDwP09i687/dAuA=="
}
},
{
"name": "inception4b.branch2.0.bn",
"inputs": [
"inception4b.branch2.0.conv"
],
"shape": [
10,
4,
4
],
"op": "affine",
"scale": "rxmjP9V5YT/44HM/sn2GPxSjdD8KncA/8bakP3ZK3j+T0oM/wCyYPw==",
"shift": "B5V3v6gbxT/R0KM/+PrZPz5vLb7ugm0/OEC6Pm/y+r51Hm8/BB8kvg=="
},
{
"name": "inception4b.branch2.0.relu",
"inputs": [
"inception4b.branch2.0.bn"
],
"shape": [
10,
4,
4
],
"op": "relu"
},
{
"name": "inception4b.branch2.1.conv",
"inputs": [
"inception4b.branch2.0.relu"
],
"shape": [
18,
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
18,
10,
3,
3
],
"scale": "qW7EOhF1YzvU1ik7PYwxO+zBJDtvjew6fLhJO6xZLDuI+Vs7zqbyOplO2DrXLMs6YH0XO2tvNzvc2uY6zmIJOxbQLTvNWDY7",
"values": "N9e2+s/F/r7s/ubOJcy8zur2NLO3zpP3zw1/BwXRHMfX380tW86uOSPKw9knVvnKTgToAULwDNi/3PYQ4dxS18TlBNDh1wDv9c/dPqi62O3p/9TO1w/Q9w1jFwf0Cvb5Dv/57Pzd2f0uyPx/4ATo8g776ShSFOvzEO0EHw8DBv8GAvrq+PcE+QQE/fHp7ScR5+rzzecGyi9WGvUBCOUNAgT32/YM5g5ovApoBwIYAgIPEwPPExHk3wr0ygAo8f8VGhMV6Mru5PwL11k2HSjYAtLq7PlLxFZ/BCDw4xzw1/AbG+MKCsjT5sIU67wC8N4e3A3S4eIS3gH67AgXNNziCeAU5vVY9AoN60Bq/E308/PZ/uPQAgn459fR+PzZ4vIQ5d/JIUJj/gUJ0cvgtgLVG0sc+ePeFEROAB1gGsPj9/7V5QUHAPDfGCs+Cn904u3k8NWs/QPv8sTs2+Gr8PjWH/PHFDlnBBL35dwO1rP14Pv32LDGHBTCf+q3It/iJwrCaeTNyToR5hDiOiT5+QX0zfX/uPbYAfPpxdnz/A7T9/jlFUrMTPPl1w7sG7f7EuMC5tvfG+zKbw+s7QUNFx8FFDDcEuLt/+/Z0bHXMvfU2NHLrs7u27jQDLvrBDd/GdTsxeuQ6NPv+STQCA7XK0RcNCDV6/LfverGIerVGvvSQTQT2N0aFRC16sjLLSPtv+y16A7j7ALEFx73KhsrBeYH9/vo7Nvh++/S0bsGr1Z/xzP3D82f2xNv/ecp/V5mCBnQ8fDH9+zM0fkY+9nl4Qc1GRf51hj9BPYJCB9EFhQVBCrWENjpD8/btgc1vBS+9CweLhTvEt7r8AgQH/IU7OLJENPnycKt1i1m8fny6+8KvKwrDNT05Nb8Bhzs4vXa5fDb2+vtBgBD9df84hD/283r5gHZFyRDCgsPBAQHDObp2djayAnPIX/f+f4AFvAH9ebmAgkT9uTqFgQI6/e7H0jhHSvU3wXk1y7qPn/qKSQOHwgPEfwe8uwV7QkIBAsPCv78D/XyIN4CABb3DvTnHBvqLN3k+d3P7gT5NSDRWAwC8MvmDAsm5R4V7y8a/0AEI39gIRDr63s6BAwmKgH1+FgyyP4TDccmNwjoJdUKIgWr8/r+FOvi/eki0Q0M9Dh2AfX79acBA4/QvrbLRUcqO3V3GPvzBRX18g3tMjXPCjIh8Cfj1BUL0d79/gHu+9zx48vH18HXbdfp4+TH/A+6NLev8dfTG/LlGNfb2CsF6QTXvTraER5F7bLr47Uv89/L4L/uOeoY8CL/8TY54brsyyD/SOr3fwbB0PniCAz4s/6+9bTm+RQA8fXH0BUPt7/k3MrZ6PXpnKHg97K58S8KzSrlAdr9AQBANhLm5vIG2RUfDwLcCf/62PAMx+jm4ez/vPvt7/oQBwDuKX8U8Pcg3dIV8+kF/+MFFOLv5tjmAtr2EvXn/RLmfzbHxL3h/8QGchUIRebDEz/wAhvcQx7qDALq2e/R0PXgu/UG+O3yNh4X0/fo9vPs9efmBfIW9QPdQTX2UD7V+f7IyQHrCADsHkb+Bgn7CRca4R4Z5g3xDgPySv7QPyz0xODE96/vIu3l5BTTEDMe9uYaBfUa6NzOxKPHBO8C59XPH7mh6vPMKw/1DUb6CiMI/RgwHuwc/SHoUn8wCl0oDPf56fYC5eH7Edgct+oMBRN62c0JHSsKKOHY0PHtC+7edOb+Lu0/4SplBH9U+g0rzvv4+8Yi9ccI0qayHyJh1EH15/mh6ai03iA5q9Qm+do0ENQCFS5D6CXrsPwax9MdEzA60/3UzgYg9tkI8xI95uIo9dLN3vZ60ql/6tE1+xwFuiks2OIM9PUP/xEV9cTsBwYR4gXX5wfY39XJ3tCh/gnD3gu65rXYBfZR0hw3t+fYxs3V894R7b85Btgm7dX74eLY9gTaABMA0Rsx+Az+fwH5I6IBAOsWDRM3UX0i2wXnNRL8+EA4CxIz9glL6mZT4CbtKWUcM/TdHRI5AqvX3c+v1tgGwur4zV/zwbPGPU0EDt4lJ/xZDxMq9wBQ3fDf6eEt4Q0NDQDsCPXxAh/k6in7/mxP5Sw198bc+xsf9h0q/+Ma/wJ/3cgj/NPp+yP/CiL52OgUAzgT8hRRzfUGAvr2Fu33DQsPEDxSBS0d8QU9"
}
},
{
"name": "inception4b.branch2.1.bn",
"inputs": [
"inception4b.branch2.1.conv"
],
"shape": [
18,
4,
4
],
"op": "affine",
"scale": "EWmDPyL0MD8o60U/EFIbPxrnWD/vzHc/HsRHP2LihD9CBDE/8FyCP0/8tj9LRag/VnKBP34Laj/PrJU/bBhzP8voKj+r2jo/",
"shift": "ripQP7MEX77D8Qe+jnyBPjTCBT/nJkw/DmsQPqTgaD+WiZ2+qUYWv7uxbD8FNlk/piuiPcZ9XrziV4K9pigrPwmQBL9W0M++"
},
{
"name": "inception4b.branch2.1.relu",
"inputs": [
"inception4b.branch2.1.bn"
],
"shape": [
18,
4,
4
],
"op": "relu"
},
{
"name": "inception4b.branch3.0.conv",
"inputs": [
"cat_2"
],
"shape": [
3,
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
3,
40,
1,
1
],
"scale": "si5AOzqxdzuTEaE7",
"values": "Odwt9tCsSswByuG3J9xWGRADCvgW6gVybR8DysBL/fLg2H+uFPfTwRMRX+TVVLZ/b+H3F/cLww0M6AoU+9bVo/p2/9QT/cv81fzNKd77tukN82IkmcrIW3/f8ezZwSgE8Osi+DY92Ow2Fc/yAiHV8dMJTNnc3efS"
}
},
{
"name": "inception4b.branch3.0.bn",
"inputs": [
"inception4b.branch3.0.conv"
],
"shape": [
3,
4,
4
],
"op": "affine",
"scale": "My57PxFbcT/9tmA/",
"shift": "TcK1PU//LT/WDNM+"
},
{
"name": "inception4b.branch3.0.relu",
"inputs": [
"inception4b.branch3.0.bn"
],
"shape": [
3,
4,
4
],
"op": "relu"
},
{
"name": "inception4b.branch3.1.conv",
"inputs": [
"inception4b.branch3.0.relu"
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
2,
2
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
5,
5
],
"scale": "MQTzOtltKDs8VhM7sx4DO/sFPTuJiJA7",
"values": "HxQIDx3f8d7PM+/IDQviWC8e7dUKf0HdDfQP7sTARMwC4/IfrtsODJNGNrbO4wY83frnD+DzC/7/9g3tCMP70NmTuF+Y4SNLHui5/u732BYJAP4TBejuEEQUFs0rWS0pKdX98g8d95Hi287uL48l2N82ISne77P/+9YVFMsE9rOuyPzY5yv3DtXTf3JmB66p90sBzNHA0vsV6ubi99O6BfIHEQ4q+r1EfgPygc1LCuET9/sB9Q3yv9oPtmV7vhHAlEMH5+jj2vYIKf0SDhcaByIO9fEDFQbuDVhg3urv8Tn47g8V+gv7JQen4eMMYbYUA+j8N8rTF+3z6Efa9qCqKNHrPvUDsQD05yUAAtXVNdjlERpI4qQM2V/dgUF4zbKXySol7LDDy3IOqu8b8QX/z/MG5Obt4AIa/hEO7w38/gQD4u709Awh3eAJ7PIDSfDx5OQpsw3c8cz07eHrzgoD59TZ7+4G/n/14sz7YAzs3d3d0w/36PT1D/0G7fgG7+bq5w3lFhD62Mf28vQF8R/y6QYvHvPy5tH4POYc6sT95/ZZ5NHt4r/HBSMeQ/Lm++zk7xXrztPv8OrJfyO++uIF7+4f"
}
},
{
"name": "inception4b.branch3.1.bn",
"inputs": [
"inception4b.branch3.1.conv"
],
"shape": [
6,
4,
4
],
"op": "affine",
"scale": "fNW6PxjWjD+qDYw/qJauP/tblj9OZ68/",
"shift": "pNvEPu/QpD4ctU++5jxkP+yCBD80Ank/"
},
{
"name": "inception4b.branch3.1.relu",
"inputs": [
"inception4b.branch3.1.bn"
],
"shape": [
6,
4,
4
],
"op": "relu"
},
{
"name": "inception4b.branch4.0",
"inputs": [
"cat_2"
],
"shape": [
40,
4,
4
],
"op": "maxpool",
"size": [
3,
3
],
"stride": [
1,
1
],
"padding": [
1,
1
],
"ceil": true,
"dilation": [
1,
1
]
},
{
"name": "inception4b.branch4.1.conv",
"inputs": [
"inception4b.branch4.0"
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
40,
1,
1
],
"scale": "NfFROy1TuTvGveE7fxpoO7bYXzvlB2M7",
"values": "f+jnExh0Ta8PKiRSzyXhZVry2i5IAwC53llZ1NEfI+HfBzJADMEom+BJzifv8O2TAoE8IyX+O/Ha7eskFQIJFvjMDlrvBeX1CfAV/vseLQUM7EgABfHvfxYL9QH66R/n7vf9ACgP7QodCu7UAynv7+3uDBAJ5szyrkMKwCHdv+3S0hgdAgAGLETgBuje59EE2Qja99UjHs68IIHfGQDIyNrYHn/wTNX7bwJCBDX0CjG+Hz8mJkfwBQz9VHck04lbCjooqKHad9J/2w5gQf4RsQKrDEUTCRU6RtcgVDPA2vnxOkjYwQkRuKzd+kTkAjMm"
}
},
{
"name": "inception4b.branch4.1.bn",
"inputs": [
"inception4b.branch4.1.conv"
],
"shape": [
6,
4,
4
],
"op": "affine",
"scale": "KL5tPwn2Xz9CCIE/dxp+PzwjRj8hU3k/",
"shift": "zW0BwMvxsD8TSei/9EkfQD7otb9/cBa/"
},
{
"name": "inception4b.branch4.1.relu",
"inputs": [
"inception4b.branch4.1.bn"
],
"shape": [
6,
4,
4
],
"op": "relu"
},
{
"name": "cat_3",
"inputs": [
"inception4b.branch1.relu",
"inception4b.branch2.1.relu",
"inception4b.branch3.1.relu",
"inception4b.branch4.1.relu"
],
"shape": [
40,
4,
4
],
"op": "concatenate"
},
{
"name": "maxpool4",
"inputs": [
"cat_3"
],
"shape": [
40,
2,
2
],
"op": "maxpool",
"size": [
3,
3
],
"stride": [
2,
2
],
"padding": [
1,
1
],
"ceil": false,
"dilation": [
1,
1
]
},
{
"name": "inception5a.branch1.conv",
"inputs": [
"maxpool4"
],
"shape": [
16,
2,
2
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
16,
40,
1,
1
],
"scale": "wSgWO/zfEDvf8/06ZQjnOhRIIzvPPNw6Cv4oO5l4QDthlXI7WABEO3UA+jo/WAs7aB0IO3WoGDt1+z076DgnOw==",
"values": "C8q+0qPMJdOo3Q1KSxF09DBcY/n8Bkh/C0QxBxphJC4qOQQGJN5hBBXypPS9xwYCHi05STdJSQ0pYwftEz736QAKD99eH+jcOn/5DiLIKQDZ1ZvLvuDSf/zX9XrCABrmVTrmE/IL00vn/+bMAjqhC1Pfh+NCTiXJFUNC5Fl/+dIdG9v0WwU3BT4Z5QnO6C7G7zozfxwcP+o1EfsZ+iPV9qYgFBu17TU5OVLsJL7oMQO6Rhz2HQoSAuZmy+7mC83lwfgDf6Djbd3F70P0IVAwnnwwULH/WbsoLQcHrO8FFZvN9XZlJH9a8FBm79I4B9b0SOfvCCVjAzHW3v/VF9TU0CTSBB7L6f/5ShYxfygcLOUNDlnyzhnsRvkK9DDHGsizgccLW6fPF/Qi9ggm/d73N/r75QfgBfEPMQXX0zRVAAXxBwchzs/E8Cb46uTJ39/z0/X5LgMPCxX56f8O+PETCfwB+IFEErzmwtgfkiLK839n4ugHDCMSTP/wDiMTCBcc6iTp+hP149bstv3/5v0UxJoyRlrwLQkNMCne0YGU0NO3KaQSGugoUs/zmADTvtPHxADFMzVQ3gAAyBHL3f/3ooG32Cvu5PT0YTYx+yjc7SbTBfXzDkgGHEJm4cNrWvTy+tb0rdvKJ5A7wT3DK3/fVjro3qDsHwWKFUZ6S0deVA9bNRXaMaPx4SYSKfUkEVjQEw4FFSsKNBcmNz0UAwU74uX7djsMRv/7QjR/Ds7kUTEewuUc2snkydvg5y7bDE/kOSAe5Tb0CALc7QP99EznLj9ZrO9/AOT0Kwu9f7+tEv5JUgDQDYjd0unJzDHw5x4rEtjhCx3S8PDuAkvMIMmzPg=="
}
},
{
"name": "inception5a.branch1.bn",
"inputs": [
"inception5a.branch1.conv"
],
"shape": [
16,
2,
2
],
"op": "affine",
"scale": "cUMzPwfhgT9iy2g/F3x1P3m1dz+kXlg/hhFnP7VOfD/TpJI/9N2fP0J7Zz9Rpks/RXFNPwT3Pj/1R2A/z3SSPw==",
"shift": "WTTbvzKE57+dobI+tGi/v+ed3r4IZJC/Z1Jrv80iMD8gsgBA3Tl5PDzPXT9Ma4K+qYoXvwo/8L/K/va+YIR3Pw=="
},
{
"name": "inception5a.branch1.relu",
"inputs": [
"inception5a.branch1.bn"
],
"shape": [
16,
2,
2
],
"op": "relu"
},
{
"name": "inception5a.branch2.0.conv",
"inputs": [
"maxpool4"
],
"shape": [
16,
2,
2
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
16,
40,
1,
1
],
"scale": "RHIwO2fKuDoa1h07Pz1CO5giFTtgES47VpXQOgx9BztcJAU7+7DvOtkERzsUTAI7Q3MpO7kxHztkViM7X/NiOw==",
"values": "FQpVzQEepTjPydHmzd4F/8OhDv3E/iEwF+frE9K2xJgSgb5NmgbO6MQuPC8ZEPHy00wK06jK4fx9ETXYDRlYx98OSEIEdysXWFA7Ii/ufzElFC+3JCXhb+nr/Lvs++bxxLr/CQAJ+Ow2FAU18NDPD9KB1wGH6wq4NHwrXhIJA+/8Aea3ByQCA9zn8xQIDyj1++ve7zUJ/t32EvNVADyBLf4oKS4hX9YysB0ct/q0FvtRCCMx2uI/Cwf7xSPcxf3M29sYTbJ/oXBNdSEiD0cn6/I299knqgkNHAvsCdL2FuwvO9YhFALlxcjFSH2BMOt0rCIqeMO1yz4jKLpjyL4Aubv6pulHChdw+KyiwbCB1c3Jp6IYyCzj4ffd8pkSttMM2NHTItcoEf380+vy4AD88+ni8hQu+gfpKSyB2Qnq2bbGF1Ht+hiQXO/0zuPX2bXSop27Dyvt7Docybsd4YHcrbWD9/fjztEMuxUC50EP/ixj5RfuDa07JeoEWSe/J0/210BY2+LbtN8VFDA4CUZ/JBJdImXL2ynKEiQFq/sB6xf36gMP6Bf+8Pv8/xYgChz8/B/05SAtgQb24A6BEwLmLuX25AHf1rU0uw2x6+kQq+rLAgMmAsru5xjZEOS2o1GrAcIZ9hUr3OCigbb2BbgXy/P/OOj39iFC5hYbFP3gCgca/a63G0UGK/n/zn+bxdYCQTcN/rvVB/DS87oWFgsTCdXwBdcSF/D6+Eb/++Ksx+7AUDYGGzAOHhMsCxQbEULcAf4v1uHS7ufkC+XS+Rv1xvey3H+5QBIXQdj77MUF34G0zd8KK9rnxi4xMzYH7REeHRceLi0jNiXtMfHQORUfMg=="
}
},
{
"name": "inception5a.branch2.0.bn",
"inputs": [
"inception5a.branch2.0.conv"
],
"shape": [
16,
2,
2
],
"op": "affine",
"scale": "V1FpPzh1ez+nJYc/rNJhPxYHhj/jo0k/ctVOP+7lgD+LmFg/TjaWP6lSkD9q7pQ/KR1/P2WXfD/rw5Q/x6o5Pw==",
"shift": "rQwxQHHpxL+eCMk/nYoSv3F6Nb6VCiS/YjGkPwoFuj+2NxJAe3icv/vL2rxcre0/1dGXP4vBPD+fKjG/GZiBvg=="
},
{
"name": "inception5a.branch2.0.relu",
"inputs": [
"inception5a.branch2.0.bn"
],
"shape": [
16,
2,
2
],
"op": "relu"
},
{
"name": "inception5a.branch2.1.conv",
"inputs": [
"inception5a.branch2.0.relu"
],
"shape": [
28,
2,
2
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
28,
16,
3,
3
],
"scale": "l8C6On6/wTqa9gU765SMOp3ykDpMsq86hUOmOs5msTojK6o6LC2IOkUO4jqYwI86nz7NOijFrzo6q5o6qRqvOrgCSTo5pGk6UnOdOnd/rToW9Ig6ur6FOhs5ajqtn6s6fLaSOrEpEzvSL5I69QeyOg==",
"values": "3vUG/+0G++oQ4uD+9vrqDggSDt709/rq/7ryG9z3C+bkBwxbHfwA4ffQ+DEXHBMYAuLcBis+5h/0/QvQ8UHrDvoE6sjp5rL26BHu+fEkHSQQ5SD9FukY7/3s4BXv1hfkIn9G1s36BiEq1dDUAwXnAPPfCN0S4/z7CerlJUI3BxDn3bnr8urg+Ojw4ejh1gPywgba/c/g45L6CxDR5u/pEwEK4ef4C/r2G9oAD+PL/LbF0eD34f/q6qe7wrrHCPPW+tXZ0rnD2zPoJkspDwkP7vbrN/v26fbqAQryCwnQDgL58v4X9OcD3TcKAe8H2dnY17vO8RQHPzPiJfEVCO3S2oGrD/sU/+cpBSokCFbtBun7BR4D8/sPB938vq/Xv6Lc7xbuBf7wBOz2+eQI9gHxBOzd3/nu/gIF197lExPo7ykW8jsiCwX37g3x7yn+BPIKBQj13xbj9f3z8ODmAhXuAO3m/f8D19L7+fj/7CkY6vzw+vAIB+v6C8nF/vINGgYYIn8b+9jhCAb08MYMBPD6/A73AdP75vQL8e0YBxcZ8uf/+NDI/szKB+QP8/7uAgn/D9bf3QQmIBHuAgzk1gT6GzQxFNrs7A3vDPAO0NsXH/7e0V878/TwCcv/IRw1Ccb48eb7MXp/JwPwE68ALBgO6+fwxQfd+s7t1w8vDj5AMMnn18zWBSUGB/q0LA/T/QsOOnNb8AwY3ArnHfAeKSXKv6oP0wTzLuMG093MEuYCGPcFy+sX5yns9ATPxvYr5kwP8DUDKRAc/QQKBh7/6Q31zcQTFe0p/vj2FPPW+hrxJXhLIPP38CXcJC447s0g3hDzGzUL5t7PLAz3PDwjG/zZGAUXzOUbB9YKPQsCICAMBh0pyAQXEfL+FOEh8ycyFX9iD+POEyjn5+HmISPvEh0D+gLuycYc6C0B5SQQ8Ozey+jw2OgQBwXf5hAlAd0p1sEmH7r60oGmw7n1Bubp+u/g6w/m3+H/Da/Z8Qj07gAD+ScCAzIHHBQBFcwQ6unl498Q/RLe3c7p3b/6/qm60dvYHhEOASj+w9kR4M4CAai77dAQCfML4vMSyhIdHgfMCsT+A88UF9P899TkAvYE6PEVzMgRAvYWAs3i0+rc9xARDwHu6v/+ABgO8L/00pe537PC/x8U/H8gKTcb8Tst+ib19hUi9zLkCh0KCBQt/BUy7n5j5j4XGPn2Gisj8v8SJDwIIihc/wkjGgjlHSYAD0MFHdvyCuvj+OYNFuoVOTv06BQZHf4sNC0RB+jPFSsL1kARC0xAFg0xAxn0FRwZGxbb+tccEuQQ8gEHGf3VAPnE6yIt7EhK5yUF/fgrGBD28w0bEgoGCUsAEBAO/+3oANv2DvjNCBcY4yIcCAL+Gxv4RW5HF38wH/wVFRA691oGDeYnGSdE7VIQ5evwFvMMAw4SIO4j8xro5+btBwbxQUIKFf4D5eUcIM/hBdG/4fEXKyslA2FEKRP+/tAs5dvaBer93h/k4dAVJvr3LREa9OUQ+LfsFvHZ2Bfk8AwM+wANCQwfFDX9CDz6F0AH4wrq+7z/C74I+vEm5N3vCODm7OEO6CTpBS3oFffX1/LnH77QGBHT9qzPAsvh9vziM38MSCD72gb966bIC+7wBiD6KBsIIOUX577o6fH94dDe1gr/7HAWFhIO9SEQ7uvm5OfbAOwm/Mnv4AP6JPL3LFANEwXw/9fo3gne3OMA+Pni4QbZAssl9WYVU3kvK39JKf4THeTtEN38HCcHUmX6ATr5Lkw5QWFa+jMNKggj5RXvAPjkNwHvAxcO0B/V5kPxL1NXXEEKEuIWMC/9Ne8XCxYTWmUvLUU31/Qt5Bgg3hjVLFAxOEf6HQvg+v8k+F7zF1wOHBPnC6PSIMYPQzIXTSPTSCHDDPY02xA23FpP2fwC3Pg9Iu4OCwvt/Jnt1eLc+Q7Z6PLs1+EF7dkB9JzTAOLk4PkD5CIhAC/gDeHU0r/9zcUB/9Px1aPK+bTF/+nkB/QL6OjcIQwW/t8F88XhAt7d++D9ytUXA9vqBOH15AjxB9b2JzQbDyXvLQYS/ebzCeL99eEFwc3V2cL5+eAcEFYHCjHv2dXQ99m91vsN+9r01IHJ6svH7cf065kAJvs34ibDIDUkNX9VugfuA5vYTtwoFQfU3tqv7uDu4eEi/d3U/iD4Fu8JxgXCAQ4lAOMB9JHa7vYN/PYgAjAVMyLt4cboG7r1IPYi2gb23azI1y8M3MoUyc/cBx4qpcw1Dp7bPuMx2uH8+pHlPPAM1/TvyjQqMxjy3trzHqu7BxAG2BPWDfjtREcu2yHgzdXW9PDo6e0B6uwq7fUE5QrU9hPkCAPx+/EKBvbS4sP77Pzoz7vk/rnPA9jj0OIC5PvN3+3e7KC89gPmCCAV6byq5+AJ8gvb6KYBAwj1Hx8JFn89/yQ6AfDcDpO1C93jADny+wj4AQYcDODo2+XF79/t9cf5x78OB+P8MDk2E0EMHDke9q7Qz5W488fmCAw60U8Ny/ItFAr9BPzqDQNCBRUANnBX6SwSBfIhGdXg6+DPKQ3Q49rfFyAJ7/gD9hzu7AXl9AgR3G1W5R8b8ublG1FSHTod7hoxGWZYAWZa4OgRCCniAQMiIkQkAB6xxMjtH/cMO39DA2tSJuS63MnP9PLu8xzt/zkJ+AgL2vTM5sfjzsrMBrwBDezI1drkDSXt5+vL7unk5/396fse5Ov4Hf0O3/ooCgvwEN/U09/OJCUoHPLx++vyFtY7DO///QQE6m9/+BcbJwoV9Q/q0NvR5MLaveIHEtv9Ne3tGBP9JNMDvf0m3fUjJurRBRfy6zA33PMJ/Rkd+yDX/vbd0aqq7fS88efsCbcv1fLy0wbY/QYW9GkL+w3L2M8M5pXHIU/wDhPuEzHnFUgoLE8L7NT6DBoxU1EALi768eki7lDc8QwaCO8WNCMiJQbvGBT8HX8GBvDSAOj+1rj1Bdno1+UfHBwXGOfd6fY9CUcI9BL5/SHa3w/gBRIBGPTrDx74+B4XLQL6APr2/RjlKg8MIOm3JdoFI+3uzrPy/dkJ9uEE1frSIhsX4TEV+G5TDNrrEFjOgbLjy5PaJS3hywMiyww28MDWmNUN/E7CMNzcEbvg+LLNFDze26/+BdzWzSrVo+ratf8OHvwQ35ykKOAgTREV88MLqvoNQrci24ib89zR7g7oAfc/378I7p45qOXVroOvREcjJw75PD0G/tvW6PktEEM06EJlvPEvyThPBOkb+fXNLNW4H7uds6uUse/u0ea6J6jQ6arEyscCJMbx+WDMCv7kD/wPKyMPQNjbJjyfOVcRK8r4QMy8BTbfxyIjGUyJPUnjD+Mgv7b0y8a+688X5+vYDNHK7rYAOOn9v+oW/bXN4knxJ2G6FS3e0Mm1NSUMNu/WBLDYtiTE2wTLwoHzGdPvEPUQyMrh/hnfxgQCJkzbafje8rr2rfiV1uPqCQHwJy0KCfoKBR8XGuMMz9/3I//7CzZFVTMFKQQG1ElExksy/RoLwgpN4lXzHwg6yVh/+yv48QcS673K9NEH8d0e1rbr2OfW5hAjEA7rAh74CvIv/+nD6vDh5Dgk2RE0CAYBJAL2Iibx1ujh/sng/enqDg4V/P7O2b30/NoF+uos5Qb5GSj1GhIZyMchEeknDP330yEyAvUCIf75F8jqBOQ/FgDvKQERMAw58egOwCJF+9QIDBHq+gP/7fD46AMX5fdUFuYyJSAj4fb9LQji2LO56L7u8ATa5vzz+en46fbv5QH87SVV9PosHeoh5d9CIgEhBwcJGxARNiruCwsHH+si/9gEEOP2GNe5/gC98wVF8Ut/Gi4W+f3o/8rr6OgyB0VBDD4hJB33/jg1InfbPf0i7D5JFmofKRMD+VRGIVv13hDK0ibmMHYMGjSzNl1G+3/zAUjmGPbpILr/7enS0twMAbzpyRTP+RTtRUMeOfYgJhIFC+zkCOke3Qc7DkQIz/7e0Nb2JDwY5PAz+Q3x6DUI/N/Z47gZ6qXr/N0hCOwx/Cr7FzjP0O/7I0Ze+C7sD/QJztsi7tLT7A3lIkHuBHx/58kOGs65NAa++NgjAdDg0Csx8xwQxuDQ7fkXDQPw0rX+D1gJv7AG/rGpAKz52wTp+9Mg5tHIJN7c7esfGdYV+vLy9cUD/gEzGOT1xtuxze8fH88ZzwrT9uXrEvHh3YqoweLu/BPi6Pj5HB4zzb3d/b3R/CgL8/fAxPQJ4RIiP1Qm30IS/T3u+GkBDEXXOX/l5EVMWi4L5dT8O0Ai2bodu+Ej8jnUF3Xyrs/JLDjzLG0f45KvLQnBIeGz7dfs1NTr6/oDwPfX/DsN9vj8/tAW9C4fZGPDPxYq6lTbDRn19wH3EigJ1TnPCef/8d7i2+QRKLbk/Mb0vr+3ywosLUgHPA8jD8rsMfamS2sH6Gkv4DRL6kVGHkVF9SH9GCHq5PDO/j89HCEJEAQa3wX15QzW4hbWHfTY+9HiI97N+v8hD7jvBLb2IwA2K0M0RX9g3foL6OjP3iDi3zUnIlw3HEwx2dfl/QfS4tji8xH1ISr8GCciCSEeAzMxBw05HADC5qSk8dW58wvkFR8ZDzAo2AL6xbzl//Lw9+r33M/MGfcPISH++PPQ0xUX7Obl4QQWACcZHDIJBkotIwnl8RrexYHJG6rCINXn2NSM7ebHAwnPAJzYBgPFGhvv4BAW7RTq7kEA8DEKIwHrFA7o+VUCB1///9XW4DUKDeg0+PoL6KOQB9/iFEE2DEAZJB4l4/YG7fb82rq/BiftDf4QGNjc3u6ttcDX77fNB/Lr+9DQ1MvnCRrr5Ke6z9Tf+9/06/Hy+AfxD+vp6cPOAPDi/Mjq6xILBSMC7+jp/tTt7cnSAcj05MS75LvL9woCAQr2/PnwDTcmDNvp8L/1Dfbn67Ty6vcNEeHoFe/r8fEGB+3z9CUrAzgWBxb7D8Lk7PvyEwL48qK7+Ori4fAN8E05GUAA7QHx9d7dBwLsAebt0oHD9KfMEdTNF4Hq5sf7+/b3+ljK8Obi8eYOFtQJ3R/m8P3+4yUU1Oz1CzIcEy7o1tjEIwoTIirG4OizJ+jdzdXMKAYFLCvlIAsnIwriCt3n9LAL2P/q4A3EC8LM1rHc8usmDh0BMMbWDhJDzsDF0Pf1ShrRCgED8AX6+A9HCXgBNh3K3/3pDrC5EdAORUwUGx67J+zoCxYMIBXtHxEn7B0V59Xt/tHg+vD+2OIlFvgL/Bf+EndR2kMqFP0b5SQFwgfX5DX11iNACv3u6N/T/CcA5R02FSLm1Mfl+tr6KQvq8RLb7/PnHe8Y/LTzzfPV5B8P539U9VU1IxsB/swZBunf4t4D47IFHev7DDLm+jIhDvII/doT9Sn9/yYn5Qwi6REY58oK"
}
},
{
"name": "inception5a.branch2.1.bn",
"inputs": [
"inception5a.branch2.1.conv"
],
"shape": [
28,
2,
2
],
"op": "affine",
"scale": "7jUIQNvr4D8F/CJAXAL0P/Dy4T9hOPs/9zqzPwT6wD/ttAlAduSkP9fhxj+jZ7Y/etb2P6X0wT/3kBBAK8MNQK9J9T/f+NU/+GX/P//WAEBSs+M/vUnuP/5RDECIxb8/CTy1PxCfuj8TkuA/EJvRPw==",
"shift": "4UGBPnvblz/AdGw+Nu/lvY84Lr91Rbg/2puav7sLU7/eyPa6plCRvwjOsD9cHuM+u9LSP0dHEr9sTN4+O55sv7j1Rj8NzgQ/sjuwvq/1UL74TXC/DVsnPzmOGb8Nvqm+fdSPPmXD3j8QZZ4+3uv6vg=="
},
{
"name": "inception5a.branch2.1.relu",
"inputs": [
"inception5a.branch2.1.bn"
],
"shape": [
28,
2,
2
],
"op": "relu"
},
{
"name": "inception5a.branch3.0.conv",
"inputs": [
"maxpool4"
],
"shape": [
4,
2,
2
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
4,
40,
1,
1
],
"scale": "vWJhO4dCLjvBn347nZFUOw==",
"values": "sCb/z7wV0B0d7Oo53KsqzPcoAhkwGP0uDhHJ+Om7s9/p5uk9ge8Y+seiJIFrIPEt15Lm0cMYt+TOzaX3vujB7c/k+Rz2yRvHGbfWtdYYtcgXC0rwfzISBdrtGLsgJOUvv9r2A8/s7djc4fETWzVazg/6NN/t7KD8DvkR4dW1/n8qEQYS30H5IQP60vES+wLw1wDq4gdMxxMA8q4ATsHyyQ=="
}
},
{
"name": "inception5a.branch3.0.bn",
"inputs": [
"inception5a.branch3.0.conv"
],
"shape": [
4,
2,
2
],
"op": "affine",
"scale": "tfQeP/TQEj/2SA0/HQFqPw==",
"shift": "+Y2pP3OOAUA7Ud69q4gFvQ=="
},
{
"name": "inception5a.branch3.0.relu",
"inputs": [
"inception5a.branch3.0.bn"
],
"shape": [
4,
2,
2
],
"op": "relu"
},
{
"name": "inception5a.branch3.1.conv",
"inputs": [
"inception5a.branch3.0.relu"
],
"shape": [
10,
2,
2
],
"op": "convolution",
"stride": [
1,
1
],
"padding": [
2,
2
],
"dilation": [
1,
1
],
"groups": 1,
"weight": {
"shape": [
10,
4,
5,
5
],
"scale": "bhUdO2J5/jp+ZbQ6BhL4Ogf5Ajs6TNA69wEGOydESDuQmvQ6XCb3Og==",
"values": "AwjoGg7m8g7+7PPUt9YZB/Ls3u/r9AsG+Pf57hjp/Sfi9uv1HAEA7e75C+3t9xXp/hgRBgv37PD+DMnr7Qg48QX6BH9T9xoSCQwR/AX4+AHv/dTs/BHDnvDpGA/wAA/5AhPyAhcD7Qb55Rg/A/7pQ3/qExcwXuweFOoP7g7uEPMH+hH+6vUPEvi/BuL+DvH68AccEAEKA/jo8fLtDuILAvDxAfEL/vnkAPEL4BgfA+rhDwsb7yT43wP3D+gT6QgH5uQM5O/y7x3eI+Mk8fnd+9fWFg7hBfwd6cK/3Skl99McDx0JE/0t8PjK+QUk3TgG8f/9LgnsFAXgAeD/DNMg6+TPHOTTpeoIBxbbf3LV3Nfh9e/VEwn6EfTy2hckCPnQ8CIJ8PtI4+/k4hfsBRwRAxv0JDPmDQ4FEhP4BfTn8gr0D+Pq6gAVEhoe5fsFER/l3Qg/5w3lICDo/Okd+ej6DOgYBeUVLkb879D/fwvwCMkKEhL69ewUIPcPFAvjAu7n8vr7yAPmF+Tb7/X35e75EAcX8/oR9dvQ3gbk36ni9eMF9uIeGgP8GAMD/QoRG+sPBQgTE+bN8AHlCvTtGhjk9+L//eLt/h8TEifoEPkFf9YB5NrT1BkeGgMY9fT17fj78NHC0+L956vy7/jI0+ge4QwCAfMYBvkl2/rfM/IE3UhmLicMTn84/ODhEwoEINkcE+EIJeMC8+8GDQ/aAfs7FfvfFuj73RwIBB0FG9L67w3b2TVW8ejl1dAd/+wA3QDmIiHpCvX2MD0e2xNjLeUR8gEEBO0R9PQQDA8K8voPutr0CBTQgabsDNXJ6eoI8AUP9/j7/gcU4wkA6BAIrJ7kGfPKA+TkGQQLBvMIDQEP6QgU1gr78uGlwOsS7qbsAwb9GOj+BvP+4wABCOsY9B1bby0YAC/99+r8AvvkBv74+PgMBfj+EfMU4vry8ezx6vT8B/cM8u/w7wcPCAIRLij2AxR/RQ3+C0knDgjx9QwPDQ36E+35+RYS9gf2HBUF8Oj7EP0GC/MBEQgQCvHu/eotIQ0U80kG9wERE/XuBAsTDxQb4N8I6AkUBvz07u/REQn/DvgAB+HqHvzw6ADn9RkhLwvuEfbq3AsfBxnbFOD9C+scBAQL8xQPD9/1FP/z4jvUIQ1Sf9L69Prp4f0VDSH8BQX7Buj1/cTy6+nqPxEN/Af/ARgGD+n57+ns+TsS5unT7+YHCvC0B/Ec5fjk8QsPFRz26xrSzPjh0oHG8AHr6urzAu/r6OEF+gj0CBj7BAcBGNeRxA0U9t3XAgIIFfoO4Oj2GPjtP1BADR8iD/n8GCHS0/cd4wkKEQ=="
}
},
{
"name": "inception5a.branch3.1.bn",
"inputs": [
"inception5a.branch3.1.conv"
],
"shape": [
10,
2,
2
],
"op": "affine",
"scale": "h7QUQHw7QUDsuoBAiXUxQHFtLEADF0dAPNUuQILX+z+xhYRAA4AcQA==",
"shift": "UzWxPoIF9b4JtOE9blDYvhK5TD9d55a/2kCqP9iMhb/fvzK+npc7Pw=="
},
{
"name": "inception5a.branch3.1.relu",
"inputs": [
"inception5a.branch3.1.bn"
],
"shape": [
10,
2,
2
],
"op": "relu"
},
{
"name": "inception5a.branch4.0",
"inputs": [
"maxpool4"
],
"shape": [
40,
2,
2
],
"op": "maxpool",
"size": [
3,
3
],
"stride": [
1,
1
],
"padding": [
1,
1
],
"ceil": true,
"dilation": [
1,
1
]
},
{
"name": "inception5a.branch4.1.conv",
"inputs": [
"inception5a.branch4.0"
],
"shape": [
10,
2,
2
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
10,
40,
1,
1
],
"scale": "BlxWOwcdIzv48oA7OZOZOzmuiDvD3jk73xAxO8sySzsCNzw75IUEOw==",
"values": "6eLw7O7NHysGBewL1uUT5rvktxQc9OZE2+en9Mjl+/jovhWBErvwCRgnG2gRPg0K710S2jYAHtM1BgpQ/wYP+gQ+HX9E5DbA99p2IuIZ6EUF/wZNf/0cLU0k/NXg/sUGw+HNCesH6h4E2KvtIPJM89DzDp4k6LwK/gP7gdsK9wnt5QcsINQy/P0QQ/gkDCtNFEwkC+bz3hn78ys9ixNg+uLtL7T98OGo97MPAwJFHvMd/Cm79fLsBugKPCX4RB41Sn/x3Cz2wNBbZPt/9xBEEDFm/dzsB+4q1/nl+Cgn1u0o79TzIwoF8QIQISkzIbEWZbNQ7TlCK0a26hMLTC0NAd8D7V3i9zEAKBC7RT/3PtC+4X/ODDLMa+bdZ4FwySMTasTt37omARHZ6+/c6+Hu5+r8+L4DQy/0HiSp9TLwuqstx8Sk/+3bf7LN4jnK0x3R8hMnBkMAFzkTBr3G/wW8GQgT8aQc/DXl15gKqb8c/xqrgc1Kpbxm9xf5BfIl2nc78gyrzBC2BP738iG2/Cwl2g=="
}
},
{
"name": "inception5a.branch4.1.bn",
"inputs": [
"inception5a.branch4.1.conv"
],
"shape": [
10,
2,
2
],
"op": "affine",
"scale": "ILRHP+bQFz8vHTA/YPoOP+Lr3j7A8Us/dclKP1+GGD/nFSA/eGsaPw==",
"shift": "8k5MQM0C6b+2UYI+8AT3vnLxYD3qy/y/gnSvv04aaz+5HIs/Kw2KPw=="
},
{
"name": "inception5a.branch4.1.relu",
"inputs": [
"inception5a.branch4.1.bn"
],
"shape": [
10,
2,
2
],
"op": "relu"
},
{
"name": "cat_4",
"inputs": [
"inception5a.branch1.relu",
"inception5a.branch2.1.relu",
"inception5a.branch3.1.relu",
"inception5a.branch4.1.relu"
],
"shape": [
64,
2,
2
],
"op": "concatenate"
},
{
"name": "avgpool",
"inputs": [
"cat_4"
],
"shape": [
64,
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
64
],
"op": "flatten"
},
{
"name": "fc",
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
64
],
"scale": "yGX3O3yVyDu1qLg7B2bgOz1/rjvB9cg747gbPGF0vjvv3b07VbWPOw==",
"values": "AP/EKOEDTNze8tbz+jfUAQvmHiIC4xkk7P7eBPzrDzvxEjgWPgox5OrK/A09yhEgKOjp9SDY3VTux7csf8rS3srDu99d1NzU1/JX48/IzTImyiMaMtdQSTRE49jc9hkH5QMnJSPrFifT1N9PxyTLAM8UyM3l+8YxXcrOf9DawdnQzwgi2jIXG/A81wQk9N/D7g0F++Qw4PPZ3iwNNvLx+hsL8vTmFO3eBjcO6mbkJQlY5AguPenh8FDYM+whf+/56gv+IOlK3vsX7/0cUg8m5/cG+fzyFvb49O8XH/3w8PgLBfvt7xju5PkuHPQK+gbqBQ8G+iTq5+DO5X/s3Wrs8TEuslP0UmTru8HoIXJ/DegVuwUs7f7l/+3izy8IzCwmAigsHhgxJejnzh/+JuYIBj/4INEl+L1yqgtYDEfdvdjb0iDS/8778ExLK9LHw8gX7y3g2vTbAOsNJ+fa8GTX9ere3+nq5/BOON7d2gEeDQDqJMlV9ON/1Br1rp/1SDUdKhcT+Tng+fvf9O/w3wX68Ooh5/LxAgLx+Pr9+if2BPULBPkT8QAC7QQH+fzsLPUE6xbm7fQW3OzUf+Dt7MkXEXgsT9vW0/1oD9UMUuzya9bq6erh6QD5+Ov82Au3+uDyAtv3/PP16uv2zBr2yf/59tf5JCTtAwnO2GBG2N/3f2bOzfS5EOjaD37PLei5we5uNi85/RDw8g4r9EPU6BP68e7p8OLc7O0qBloEDfQSAvz17vzqAxBex3/MrD3R8cTp8UFH8uf90wPzOc//GPpKDexG5erhQuTg8fI4IEQi9tstF/7s+Svf8zBeDO2eANTa889/E8xeRNWj6BvwpgJjCw=="
},
"bias": "McMSv6ZSV7+kNNU+/kfIPmOfQb0Rw0a+HlfGPub2G78iy/Y+V6BEPw=="
}
]
};
// sha256 677625f699b9f8b6162ac096eb5675a81cdc9b11256563bd8d2a91eb67690c09
