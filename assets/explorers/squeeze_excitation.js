/* Two explorers of the chapter on squeeze-and-excitation.

   With two networks: paint on a picture of `signals` and watch the gates of
   one of them and the answers of both. With one: its gates are exchanged for
   others, and its answers are counted. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { chooser, element, install, outline, paintPictures, position, radios,
    slide, speaker, within } = cnncourse.panel;
  const SIDE = 14;
  const COUNT = 32;
  const SIZE = 3 * SIDE * SIDE;
  const WAYS = ["up", "right", "down", "left"];
  const LAMPS = ["blue", "orange"];

  /* `signals(32, size=14, seed=2)`: each pair of arrows under each lamp once;
     directions of the light and the dark arrow, then the lamp. */
  const KINDS = ("300 110 320 100 321 330 111 101 010 120 210 021 001 211 201 121 " +
    "301 030 031 130 011 220 000 331 221 311 310 231 131 020 230 200")
    .split(" ").map((digits) => [...digits].map(Number));
  const BYTES = "en1wd4BxeYF4EgsgIBN+hYaEhoOIiH8KCxIaGnN4cXZ5cH2Ifg8SDhUUfIGHdIVycHR7IQ4WFBWGeXVxf4FxdXcXERIiCoKAgXR2dIiBfniCiIGDfHx+fneHcIaHcHZwg394h4aJhYmIeoB0c3B4eoh/fIiAhYCHe4J8dXaIhnzkeYZ8iIB5fnkZiX123HdyhoeGcHh4ChoYctfr2ujggodxhwp7DXMGd+WHcXZ0cH6AhoYYfHGFh9l+e4lycHt3eQqBg4WAfXl0gXuCglBVW1Fhcnl8foaGhn6IW1RYWFSEc3p+dnWJdHtWXGZiZH12gXdzdHZ1g15ZZFdidXmGeXSIcnp5Y2RlY1+Cc4iCdol+cXx7enR8d3yDg4d0hn54dnN3en94d3x6foCCfnt2dHaFhIJ3iXt8foR0dHxweYlzf3916HKEd4mCeoWGF3V5htp8iXF6fX57dgwGA3DW7drZ3Hx+hXQOdgyGBYjYhXGCfYN2g3KBCXd1h4jeeH58e4R3dnsYgnF6dXN3iHaBeXzi8N7z3HB7gXyJhYN6iePw7PLqhIiEeHl0eIh/5+Pe3d+CgHd/goN2c3Tm7u/s5IB7g4WChHWAc+Lg3/Lrf3p+cn2BdnpxfneDeXaIdXt4e3eEhYVyeoiDc4B4dYV1hIaIfH93cYeFgXV/fXKBdIN4cIiBiH1+e9V7d31+gn+DeAd1gYjniHaBfXCIengcGw575OXg2tuHgIKDFYIGeQ2H3XCBg3t/hnCFcQRxdImI2IaJeoWGc310CHx6d390cG+FhIV7FwseFxl9gXh1dXaBdoASFQsLDXV7bXt8dnd0fA0iHRMYfHaBdoCEenh6FSAiExp4eoF2g3Jxb3IiDQsfHHB7gXKDeHp8dG+CeHNtgHNuc3FzcHV3fYF9enNsboVzd26EcX5tfnp3c252cHx/d4CFdn90fn2AcH0feIF6g3N1cHbkcIOEgngNeniFe3OBfm7qhQ0aGxgNhHh1g+Dx5OPohX59DmxudH98d4Vv73R6cxFwcnxvboR3dd53gXx8hYCBfG56d2hTZGpgcHNugnR4bHVuUlxjZmp8fIR5cnltfXZgVmRXXYN+eIN5hW2ChV9VWWJbenN5d3hzgHVtYWdeYmJ3entwf4N6fXNwgYRtg4Fvd3qBgXZvbXZxbX1xgHp3bXBudnd+eIVzgXR7eG55eHp3eX6DeW13gHZ+CIByhXBub352429zhHmECYVyfHZwgntz8YIOFhYbF2yCbn7y9uXo6Ht2bxR+hXJ3g36Ed/GCb3MWbm14eHVzcn3ne3p4e31vcG5+b3Xk5PPw7HKAcHWCb2x5ceDl8u/jhXp2b4N3bXt23uzw6Oh0enKBeXBtb3jk6/Hl6HuAcHttb3Z+c+fp8O7vbn+EeXF3e3uBgYJ8gXR1cXFwb294hIB+bW5tdG95dXZ2gnB/gnp6c3d5doCEfG17gn2DdW59dHuAhRZ4hHR1gYSFffKAeXJ6fghweW2CfXRsgPV0EBcbGhF7dHCE5fDg5OpsdHMSd295hYOAdW/kboR6FG6DbnB2bHCC8n15HRkYGyB0cnJwgnVygXIaJRkRFnVyenx5g4JxhBgjFw4eiIeAcH91dIJ8IREfER5/d4aBb3x7cHokGxEaD4d+c4R1cnOAfn13fXh4dn92fHOHhnt1eIB8cnuGcXyIhnyHg3hxd3x6c3N4e4KAdIeIgoOEenh+dIZ4g4d7dnKFh3sFhnV/enJweoPXd3FvdRKIfnJxdIV95HuCdgCGAXYAen2FgOrr2tjWeg8RAH+HhneCcup4hoR8eQOIdXt1fnV4f+57cGNXVWVofH+CfYB2gX13VltjamB0dX6Fe3FydnxgWlthYX2BenZ8iHh/d1dWX11ZdHiCcYByent8a2FYWGVyfId6dnx5iIdwdoBzdnp6eX+IfIJveHRyfHiDgoV0g3d8fnB2fXmFdX9zgn2CgW+FeX5zgoGIeoN9e3Z5fYRwcoSAAoaDh4CCgId95nx2gocAf3dydXR5cdqEb4ESdQmIB3R5eXjd3+Tm2YUTAQB4fnOGgYTbfX52gYgAeoR6hW90cn/YgX3x9/vx+355fnl1hnKIdP3y8+v4gnt2fW+Dcn+A7P/58f94d3p9cISHh3v07P33/2+DfXaHdnx3d/3p6fj/hXp7f3p+hoR1dIVwd3iHenaHgYB2hX15b4SHfW+IcX2Bc32Ifn+EcHx4dn17eXmDcHGFfIR/dYBxdXRxdHB/iHR+eg5+iHdwe3KBfeaEdX93BIh5d3yIfHXkgYV/AHAFhg2HcnqG5Nbc2NuHABMIfXR/goWF6YeAcYN/En12dX+Bf4KI3nh9eW0If3yAb3d9bXHqa4R8AAoAbnR0gX96dnjnewCCBXcAcnqBcvr38/b3d3EAcYR9gXxybnt16nJ3hABudIKAe394gPmAcXCBgG5sd3aDf3B3e3WBcXN5gIN8e21ycXhxbXF+cm9tbIOBenFwdHdxeHF3cXt1dW57e3h2d31/DA8ZGQ9venF5f3+AdHoRIBIaFIFwfmt5gH9ybQ8WGyIUg399gHt9bIN2GhchEwx/e213dXp7hHwYCxsTGnZte31ycW53dmuEAHV3cICDdYNs5Xp6fggADG99dnCDeX508XkFcwCBC4KDcHXx5uz3+nNyAHBzcHKBf4Ryf/RtbnkHdnRyenltgHLkgG97hGuDdnJydm13g3B5fnp9d31rfYF2fXF7fm5/fYGDbnWDgHqAhHd+c3h5fn96e2x5fnR7bXWEgFliV1RhgX9rgmx1bn19Vl1UWF1xe219bXiEenRpUlNTYXt0fG1sf3dycVBTZmZmeXl9gHJ2d3F7WFlkVlN2cHJ2cHpxgn1wcQ11bG17dINve/Frc3gKDQB6en98gWttb+2ECXMAfA53d3xz6/Hr6PlsewZ9dISCgYFrfGvzd3RyBXR8c2x6cXB/93+Cg4Fwg4GAbnFxbXRsbHyCdH15b29xfH2Ef3N7fn5xg211dnl+bnZxf358bXN/bnxxd4CDf2twg27k7+Pg7HZsgW99dHR9dunn6ePhdnqAhHFxcnWB6PHz6uB9eH5ugINwd3ze7PHh435wcXZ7eHeBdfLo8u7ofHyBa3eBbX6Aenh4Z3t3c3J45djp1uBxeW1vZn52aW7R5N3a3HR9dXR6Znx2fdvi3tTgd2pqeHN0en114OHf5dJxbHBwaWxxcHXl5OfV4Whwa3ZtdGtvdXF1dnV2aW5naXt8fG9memt0dm1wZmx7fnB4dnt9ZXNlfWp3ZXhpaHFvbnNrbW5xd3AjaWpxa2tscHDnfnt0biZue3J0b2h9+298fSFmI28fb3t9fvro9uXuchgWE21xc3N4ced2Z29peRhxdHJlfXxpdeRrcW53cHdvfWZ0cF5MUUxebXl4a3xmZ258UWNYTFN8enlqenBtcG9dYF1gYn1vcWx4a2d5fltOTVJgZ3p8ZXdxeW5oYFlWXWB4cGV4eWp8bn5sdnhzc313dmltdH1yc3h+cHZzdXBpe2x8Z3Z3dX11c3t1bG1neGlscGlzd2hpbG1oGHh6c2tybGh9+WVraXgfanl0aXxxZvl8aXoaeCVsGHFzanD26/n5628gHSlua3N1d2blcmdodGUpZXl1Zmh5cHLreXt4e3B0c3RtbWkMCh0UGntpaG54d3R2egsdHSAbd2dvZXttfnVtDwsaEwl9dHJsc3N3Zm4gHiIcHnlxaXFlbG5rbRkNCxoZan51b3lseHlxZ3dre3l7cHl3aG5+bHdla2lnam5udW1+e2x5d2xxZ2Zpd3B7aWdzeG95bHVreHZ0cBhzenxuemd0aOVse3VsGn1vc218fWvpdXt1GWkVbhxpeHlm9/b77flqEyUVeWhve29l7WZyfmV0KmZ7fnZye3Rt7nR4eHULd2p1dWVkcWHrbWxxEmdhYWRoc3Zh+25kcgcHEA4YZ2tsbfL08f/xdgJtam5zaWVuc/tscWVubgNxaWFkZ2BnY+1scmhjZWpxa2lxY2pfbndla2RzdXJsaWpzbnN4aXJzYWJpbnNrcGt2ZmNza2liaW9ndmtnX3VvdWRpYHZgdm1nZ2pwFQ0SExdncmFiZHZhaGYfIgwWF2tndF9samt4aQ4SFBMSaWRfbWVydHd3DxYOERBqdHBpcmd4aGEaGR4NIWhjCGl4a2dranFs9XNqbgVxX25oZG9wbe5hX2QHGhAREmNgZWL/8/X47WQJcGBzb2NlaF/0dHNmbHYZa2VjdGNoa2fyeG5hc3Bya2p1bndtbWRmaGBlbXhgaGJvYnhobHd3b2V3andva3Jhc2ZhZGV3bXVoZm9iYmhncnhhcHVwZmxfZndrdk9TWmRQdnFrcnZ0b2hiVVBSWFtvX2hna3JuZ3deXldNY2dsc2pkbWNudlJcVF1Sd2dgZW5wYWBrWVpkUFpvcgpzaF9od2hsdvBwaWsKbW9idnNmbHL1a2V1EQ4HExd1YHRl6/337vNnEnBybWhjeHBx9mBtZGRjCGJrbGd2bnJ27WpzbXBoY3BtZ2RoYHdrYG1zdWVndmJ4X3hqanFhbmNtZnFfanhxamNybmx0cHRyb3NlYF92bGhzcnN2ZW5lcmNnc2bT6OXp6GJgZGNga3Rlbd/o5drZdWxjb2xrdGdh0eDV2uhsdHdycndzbGvm29Tl4G5yaXNhX2tsauPl3NvYdYP7eHh3gXpvgH1vcHJ8cYH5bIJ2cnyCdnlxge3x+/frf4JrbYN+eXCCdXxt9nFue3x2fWtrcXl3bfxxcHl6gIBtdXp1cIGBf3yDbH53dGx1bnNrfXdvfmx0fIF8dIJ8fIB2e3pxeHd+eXR4gYF0bIFqf3Vven18gHV5enuCemwSdmxub2190+Lg3NludHsHa3R/gn3Z19zQ4xQODRAUboB7gtbT4NbTgW92EoB/bX585NXP5tt2eRp1eWx8b3HZ3dLP3Gx89m54fnV1a35zb4JtbHCA6Hp3enlsbIJ0bHfu6//q7n19fndteXV+c4JrfPd1dnd3dXlueG99c4D6cXiCeXN2gXt5g31zg2p9gW54end5eXZ1gHB8b2p+cXGDeHJ9bXFtc3F/cn5ydXBqb258anV3eHmAgnNubnp0g2x9e26DD3V1cXpua05TXlNNcnduGnNzbX1/TlpZWlYHCRgUB29ze3FbV1NYWXd/gRt0a2xrc05QV1ZMfIAHeHJ4fYN+WmFaTF9/d/9rcGtzcHJ4g4NseYB7dOd0cnlzaoB3c2xr/P757v1vg3Vwc3Rugn5vgWv4g4B7bXtwfnJwg35v+nRrd3RscmtzenRwfX6Ac3Z4foJzdoJzb4J4cXZtcWtze22AdXd0a4F7cHZ4enaCc318gnZ3gG11f3txfHF7a3Brfnl2gwxrbINzeoIfChsVEW6Acgx6d3x4dxMVIiEOHBEfFA9ubYF8ExYXGgtyb4Ebfmt6gncfHBMXG299Fmtvd316cBMgFx4c/v/78/tsd3N6enDmdmP8/fT773VkcGx1ZnPcc//v//H/cGNnZuvr2+Db8PP/9fRpb3l6bGtv1m359Pj/8GpubnpxYdhyeXd6eHJibHVpZWVlZHZ5ZW5scGxtZmlmbWtjdmZxbWtjaG51YmxycnBtYnl5cXR3dWJvdXF3ZGZpZGl2bW9sZ3JhcmYqcnFzc3NiYXlpZnpqKSAYcXJla21rYnlmayt0KGkkcXRjZ3Jocnh4dHIcaWpkc3FpemF4Z3N2ZCdjZ2JkZmpjdnZtd3Rz43FuamBoW19sdGhkd3Zv325pb2dsWm5qeHrf1t/v3VpbYlleenZmeW1xed9sWFphX2x0a3NwZGzkZWRldWR1emVibG5sYmZ6bGtiaG1pemZ3enBqcGx4eGx6ZnZlaGpzbWRweHhtcGt5eXBra3VuaWxpaGZkdXFlZG9pb3ZiHnFseXh1ZWxpZXBibRscLnlxeHhjdG5peWYqbSl3HXhrZWlyZm94Z2J0JmRydmlpdndmc25oYnImeWMXHyUPD2dzZHNqZdZieA8YFRQOY2pxYmpnYtdwGiAUHSNxaWFj6d7q3uQXFRohH2Vqa2tsZXPvehcMIhcicmxzemp45Hh1bWhzbXFnc25keW91dnlwZmJneHdrdmJrcXNvbmp3YWhsaWVjeHp1amJxdm9uYnVlZ2NmbnhibW1vY3htam91bnVwbCN4dWpybGl3ZnpzemMbLSJreW5rcm50eGJwKHEbZyNqa2VweHdpdnltdR5mcnF4aXFhdmdrYXp5Gm1naHQYbWJdYm5pal9pamZgZGkMYl50YGlpYXFmXxAhDBkWYm9ja2VgamhtcGNuGWZncG5hbWpoaW9lahdqXHBoZF5saW1dZXBoZG5lcHRta3Rccmlla2hqX11kXGFdYXJudGF1aWRiZXFkb3Fqb3JkYXNec15zXmNsZ3JcbWNqFRMcGBVscWplcWHdYmMOIxEcC1xna25t9ejoXhEMHA4TaHRhcOhe5XDlDBEQDxtpbVxqaV7na2sbFRohI25uXXFnZN1ycGptGHBzXGdnXG9kXHNwX3BiFW5eXnFmY29pbW8iHh0ZGGhxZ3FfXXJtdW1bag1ma2VnXF1tYmJcXmIYb19zXnBya2tmYnFodGBlY2Z0YmZiZmphbGpgbWZva15rYGltanFubnBdamZec2dxdGRscl9fX1tfaml1b2prdHBdX2ZnZmFTYm5oYF9l6HRfYV1fYmhibHJcbO/y42ddZFdaZ2hjbWjzdPBr8mJTV2JbYGlnc15f6WZya2FrWGVhcWpiYGncbGdjYBlraWJrcnRhZlxtb3RgbRJicmBxY2VnYnRjJBUXFQ5ucF1daWNwXmRnbnIbc2lpampzYHFcaWRfDHJkX29uZGJybWdiaWVkaXJyXm9sZ3VdYnBcaWlkZGB0YmJxXWxpY2BfbXBgdGtoZmdlbWV0XnNcYXFpcmpnYHVnY3Pu7fj273NgdGB0YelwcPT85fvuXl5uXmns49xg7uf78vxxbGdx4GDwafDr5eju9GteYmxrZN9eaPL19OjvX11ibWdo6l1wDw4MHhh4ZnBxdnEAd2UWISUhE2toaH18ZxRsbiEPIw0UfHJvdwZoFnILGRUbGh93an1ubgQJBHYeHxklGGhvcW9saxduaWxkaW9xaH5zfGpvfXRseWdpbnpseXpxb29rfXpwZX55dGZvbXZlcWp3fHRtbHZ0Z3dnZnRwd2hwdnL5bWlqZ2pya21rdHRman3tdXdpZWZ4e3tzeODo9vnxdH12dHZuamx0dHB38Wp2cHVodGpmcmd4bfJqanR5c3Vuc2t1e2ZjYGFdbm9sdnB9EmlzZltgZ2B8fXFpbmQFZG1oXFxmXHZ1dW0VegVwE25jaHBlaGZ5e2oQAQZzb2FlZmRybnVpfXINc29sfXJnfG9peWdraXNzfmlvdmlte3Zub3NkfG5raXh6dXh9cm58eHx9d3VndGl0enFweHdmaX1lc2Vn53h5ZHppd2h6b3NqZW5x7ndrdmd9fmZ2aG7q+Ons62t6ZXJub3xmeHlvdvN0anRueXdscHh0bWbxeXNoaGpqfXVrfGbw/////3tlbXVlahBocv/////+bXJ4bW16EXNu+/L///5ubWd2CnEVahX1//j/9G55a21tEgERfP/x8f3/cnxyaWZ2DXVwcnZvdXd0e2lnemt7cG5ra2hnZXdycW5tenBna3FvdntlZ3Fre3J8cWV3ZnJmeWt4d3preHx8dGVkbOdnbnFvZnd2bXN4bHlqdeh9Z2x2fWprbnhs6vb36+57ZWl3aGx8cmxvcHbldXp2ZnB8fHtucnNl+HN7dXhlZWtnfGZ8eXwnhYVxgoV9DSMODyKHd3Asc3F0hXQdFCMLDygeJiIsfXiEexsRDhIjfnx4LIiHgHSGERcTDRCFciKCdn2AcIEOECIYFnlze32FhXuDhHiIcXF/hHV9c4F6f3N+hXx8eIGBfYF3d3Bxcnp9dnOBdXp9dXNycIN4fXJ0d35/eYfig4GFh4h1eXuHdnZyeM5xcnJ9fXtygYCIdOJ/0YPXhYB0cHR4hH51ds/T2YVydXKCenhzcH+CfuB6coF6gXeCgnZyfnR4G3eAcXNyemZoZ2BYcn90LXZ7cXBzX2pZY10fKh0jGnB6e4RmXGdcXoNzfhpxdn54emhiaWFcgXMphnV7gYZ3Y2Bga2h1h32Ccod0fnKBfXyFcIR7dnJ6b3JzgnJ5c4N/gIWAeYJycoZ2dHaGfnJ5hYGGeXd7hHaFd4GAiHFv4HWAd4N9hHt/g3mGeXHQgXGEf3uHdn+Fe4bahNuDzm9/dXtyiG+EgHTT1M6DeYOIcX2Gc4Z3fHfRgXR1fHVzcoZ6cXhzeSeGhH9xb4bt8+n37HB3dhuBeHZ0dPP28/bsMSkqIR2FfHV3/Pz77O19hIIlgn5vdXbx6P/q/Xd/L3t0gIeHc/70+Prtd3h2dnl6iIB7fnuCg318eHRxdYCEdoJxcHGEiHeCdIZ0g4B6fX5zd3CBeHB3gIh3foVxcH19dHh9eNl3iHl+dXSFhoF6cHV20nx0g32AhHx6dIR30oDSf8yCdoVwgnmIhXmI4+TffX10dYR2c4V1d4B83ISHiHqFhHx/cXSIaGZ0c2JlZGxcbXXjaG5sdGB1ZG5eb2Ri5OXkcmFjbm5uYGhgYs1s4nXVbW9mZHFccmVfamDNanRtXmxtYG5qYW1jdc10X2dyY25oaWFpbVx1ZWZraHNlX2ZsY3NmZmRccGNzYWBjX2FdXXFfXW1tcGBrbGBfYnRqYm9rXGl1zc/N0NRpaG1qbWYHZmDV0OXM3nNzc19vcQFkZt7hzubcYmNzahBoGmkS0dzm385sY2JeXgsWC2PY1dTN2mZyY2ltaQttc2tfcW9kdGpdZWtqz2t1cGhrcXJjdGNgZ9Xj2HVuXHNjc25pcHPhb9Fp5G5tXmFyZmFudVxm42FjYVxwZ2lfaWtxYm3VYGxxa21mdXNlcmhpdGZsdV9kdGJec2txaWZ0YXNeZWFxcGhiYmhzcW9ucWJuam9wamxmcHNjbF1ya1xgWGJSaWplZmNuFnF1V1FbYFRpXHVfYVwLcGBXSktXYWxmY2YOagp0GE5RV11dYG9ucFwYEg5jUVVWW2FdalxmaFwDaWFka25pYGlrY2tmbc5xaGRdYl9kaXVpa2jk1+Vna3VsbmplX3Np4HLcdd5nXXNecW9vZW5hauN1dGpncnFxc2BjaF5lzmJ0ZGdubl5rc2deaWRydGR0b3FiXmJub2pxYGRuZG1wbmtiX3BtX2llZXFub15nb2xjX2NdZ3NlY3QQGBwcImFscV1eZBVyahkRIA4UbmxhdWllA2FdCyAJERxqX3BgGGEMaAkMGh8bGGVkZmVuERYCZBgMHg0fYXVmYmNdDmZjeXTcfHB1aHxy7eX29ux04uPlb35vbmz4+ent8ult7njcfHp4de3x9+XndHDzdXl6a31r6e3s+/t0ffNvgXJ4dXPr9Pb76HNtanBxf2yAenBranRzbnp1fWlza3lvcXF6emtugHx5dWlve4B3bHd+cXt6eoGAdmpvaX5ycHFwfnoBfHducnR8b296dXdxCAAAenB/gW5pcIB6dwh/AG8BfXh0cGt3dW2Bd2kKfHNsaGl/fIB0cIFseAN9eHxxeG9/d2l5aXt+7Gxsdn12bWlVXF1Zc+Hv8G2Bfn14aVlUXFbib+hw83RpbH5gVWJhWH136Gl8aIB9fFpsW1VWe3fxcmxodm5rY21sVmJ/a211boBuf2t+bXJvfYB2bG6AeHKAaHBwgW96dWttdGl0aHpse3drf4B4fGt8dnt1cXBxeYBxcHF3AHZyb29wcHSBfHx5dQoGAHdpfml2bG5wcXIAaABtAGxoe2h/gH5sdGt4BnB9bWt5b258e3p4fGoAdHFzgIF0boF6fnxwcuR/fHpwfXgUEh8SHXvq7uVwdn1vcxUVEhwQ3HTugfF5f3FzIxciHQt9gd5+aXh2d2wQEyMfEnl88nxye31wfiMhHyQYanV/dHVwgYF2cmt1f25tc3Rze2p6b4FvbH1xeWx6cXB9dn9ybHxsamt2cXh0am1udHVwdoF/c2l3dgByf3B7a3h0f3mAdn0IBgB4c3hugHN0aWxvCXUAeQp4c3pzdXFxdXt7fwB+gWlpcW51bn6Ac2ppAG9yb3BrdGpvbHtoemsZd3t6b3Bx+PDy+e14c3EOe3x6b3T/7//x8g8YHyIkeWt5cOz78v/tZWZrJXBocXZx8fn68fhtYxZycXZsbnH1//7/+GpycWx2eGR1cGN0anRqemhjd2x3Y3NseWZobWZ6anNqbWtzZWtvdWhob3pjbHZmZXhvZWh0bHp5fGfVbGZxcXZ7eWpodGdmetd7bm1pdmdsZ2l1bdVv52/laGd4eHdmeHNsb+Lf23traHJrbHFlbG95cthrb3d0bHRjY2pocGl6HXplZGl0ZFtbVlpocGx3IWV4cHhqW2llbWUjERYmFnx5e3NvaWdlWHJ5byJ2eHp5elpfZ1phb3EYaWdqbXh4XWhZX2NnZ2tpZXtjcXBna3Z5emVmY2d2cm1mZHttdHxoeWdnd21zc2l6a2pubnZ4emx2d3plaXxjd3lke3dt1nZ6aG14Z2NlbnRwb3LWeHVoaHVmbGZuZ3DQZ+Jm2nhobnRoZ3Z1cmbc1+J0ZmNkZ297dWluemfee3ZldWt6eXZ8bXl4bRZyb3Ftc20aGBkNIXFpbSZ7cXp4aBoSDwwUIBgTER9nenp5ECAODA9qbHQdeWltcHEZERsNFWZmEnd0c3dmbREZJRElentvcnxvd3JzaXdmZHNtanx1Z3ZoY3FwcHNyampndXlwdWl1Z2tybGt7Z3twcW9wdG52c3x1b3B5bulxY2pvcml7Y3R7d3l042R1d3ZldndxbmVm3HTUZ9BuZ3JlbHhsemds3uXWZ2l2b21temZmdHhu3Wptbnp8bWpzaHto/fv06/RudHtxfXP7e3bq+/D453h9a3xxbvh1dvb/+Of0eHJncP1t6G327v/77v9raX12dv/793bp5+/y7GxsfXtseu1/eWlycHt0f3F9d2l5e29sfGt5dHRrfXZmd39za3l5anlvb29uZ3xsdG95dHpufHNseHZvfnl6c39+e2gDaH9xeH53dW5qbW16BQoQdnV2amp4a3xvfAJ0AnUKdX1ua3Bvd3d0eXYLampsdm9udW1md3dzag9+c21qfXJmb295e2VfYGVqbn19bmZ9/Wl4XGllWlVtZnFycXr7dHJfYmheYHNucnr/dPhy61dpamlnbG57d2rv+el8bmFcVVx3bHJoZ37+eXVrfXpwd2h+e3Zqc3h9am10Z258dHR7eXZ6fmhxa3hwdH1pfnd2bXt4fGt8e2t3bX19en18aW1tbm1pAHJ0eWZ8dHFtdmh/bw4AAHJ3bnJ8dX5ubnwEbQByAH1+c29wanlpcm9mDWZ3bXx7b2dzeH9vbn4IfX9+fHJrZmlqc2gaGCAVDGx4aG9zbOlpbhchGgwbfHl9bGd17n14GgwRHBF2en5y/2zueO4RGRsRC21/b3V28On5exAdDhcganN5bGx6/HR/aHtnfndxbWppbW5/fXhuaHdydnpsfGdueXdzbn1uf3B2aWh5fXh7fHZqfXxpfW92e3dua3Zzant7egBteWhwfnh+fH18bW4ADwB+c3VzZnJ5aXBqB3YOdQlqZ3V6cXNvcXh5bQ9ydXtqbXt1dm9+cmp5B2pwb3RycHxwanhycF5jbV5zZl5j99/v4exoamJzYXNhXWT14PH452NpcmxkaW1zXfjp5ePwc21pZWtfbWti4ezs4fFlZWBdbmhgZ3Dk7ezz9G5uZ2RhYWdwdWFqbGhzZGpidHNoYmNfamBqZHJiaF1jam1kcmZyYG5eaGptc2tyZ2BsYXBjZmB0XWXfX2FiZmdidGsAdG9ia2fbc3JqbV5sYAdkbdnp2dfscWl1agNwEV8BdGFx3mduaWRqZA4BFmtfZNh2anVrc2FoaQx1cmFmc2xxXnJqb2BSaFJXZmZ1aGRvdGhtZVJfVl9gX2hpX2puZmBhX1RXXmh0amBqZl9sbmNaYGlqdWdqX11fXmVeXl1hUllsbXBgc2JlZHJxcWdmbG9ybGRuX3VdcGNpYW1nYXVzZGxfcnVxc11zaHNraWZuY15db2pkcWB1cWRe4GhvYmxmZGBpBV1ncmRo5XBrXXFxc2gOcmve4N7l12JkcF8JYgBfEmRlX99dXWdkcm8KCgxjXWDbdHNdZG1jbWMVdmlgcmVeY2p0a3AfERYeF2RsZmVdY15iYxMgGgoRc2VjaWhuaV9tGRcUFxZdcWdeaV9tbXMPIgsgHmttZmVfcmBtXREWIR0hdmdwY2ZdYmpyZHVsdF9gYmlzbGFdam1zdmJndWheam9scGBoXXVpcmVkY3FnXmlycGBqX2NeZWFuauZtbGthcV5xaRJfc3BncONhYm9paXRkAGRe19bV3990bmVxFHQLbBZga2LfaWxcXnNeAQwHZWRk2mBxcGFmcGtxEHJu8uPt5N2BeIOHfn7deHPd8unp74R7d4R80H2CcurZ3N/tiH99c+Dm3dbU4vLp8eGGc3t0eN5zgILn5drf44l3e4V7hd55iH2CeYh9g4OJfoJ4gXJ6fnF2h4l0hIeCiX9+eohyeXZ1cYF8h4lxeoeEfnWJf4WAiXWGcnN/iXqFgYiFhXmCeH15iHUgf35ziHR4iIWEhnRxISchgolyfISBgoSKhyCGGX0gdnmKg3x0iHOFfYgoiHp8eYqJiHiIeoCFfCd7fVdbXGZVd4SFeHWD2oV0ZFVbWFV9iImAedSIfX1aXlJTUoZzinPa2N7i5FxRVGhbgn97gITZinyBZ1BRUFN7hnl2in3of4KEdHt/c4hxgHNycYRzgoeIhImCdoVzinV1g4eKdoSJen99gH+Kcnl+fXKBfYaIgop0dYR4iXt7h312g4WEeHt2fn57GYKJhHKGe3uFhIpzgh8rI3iKhn6AdIOHdocliSl0KHZzg3uBfIh9e3mCLIeIeIF5gol3coF9h4MkcXMbExscGHOIgH98deGFdw0jEBkWiHWJhIjjh31/DREZHx6Gh4OH59Lh5N0NHRofD4KIiol52HWJgwwYCxINfnt4c4OC5YZ4f4p+gHd9hHZ5iXd+foqGeXZ1dXx6c3x9eodzgXeBgIZ6f35ygIZ4e3Z/iHN5cnOHeYVyh4B0goR3fYGCc36ChIZ8eBR7eHWDfHR9dHd0hH0fHhmIinqJe4aEe4d8IoYedSSEc395g3aFgop+eyh6fnSIgXV/hH6EhH5yJ3h9FA4OFRhjbHN2ZmTicWcYHyMhImhhcmxz2dXldiMfGyEVZWJxZORo4GXZERYTHBtkc21pd3bUcWobGREXEXlqdW1gbeNrYXNvanZzYXZub2dpd2p0a3VmcWJzd2BsaHR2a2BoZW1nZGlpbWFndXFucWlvdHNzYG91dXdzZ2lqa2tmZGNydWxtbGYQc3R4bmhzc2VxeHdsI3hid3lsaWl3bWVpYRQQGR8ebHB3ZHNxd2JwbiNyaGJ0a3BybG1pdmNvaBVnYVthY1FobXFhbGp142dqWldlV1pzZmhkd+bk0m5oUWBSX2BmdnXqceBy11ZZVmJeaW1zeHhh6m9gZmFTZGNrYXhjZG7pa21hbXRzZXJqcXB3bnJkbmhreWR0dnJlcXBuZXV5Y3VqZmRpZ2RpaWx4ZGdldHBxZmh4c2podXJicHdkY2xraXJ2c2lxIXhhYHJ0cWdxYGJicSFfZ3V1a2p3YWRzbW8XHREiInlzdW53bHNyeGQRdWx4eGhlc2VrdnBxc2QZaWfk4Onv42xraXJ4YtRice/v6OTlb3ljZnTi29dv6Obv8u1xdXJj527XZNjh8vDl7WxqdWBvYul1eebm5Obwd3hndHBw4nZwYXNqcXJycW1lZWR4YGpjcGV2YGtlbW14YnFkanRzYHBhZXdvdWh0Z2doaHVmZm10bWFqb2JvdXFzYHJuc2Z3cHB3dA9vdWdqbGJkaXdwZmQeY25tcmZlanVmeGxyDhsdJR5jYG9kb3lob2hsGXZoZWFkYHdjcWNkeG12EWFkaHrWc3Nwdmtye3AAeW+A3djte4F2d4BqCHVzcelv6IDpdml4aQAJAwwBcX7ceH9qeXFvdgdyb2l6deh/andranp2cgBxanxuaW9wdXxqanh2f2yAbG57f3d5gYFwgX5zgHhodn9ufH1ub35xc251eH15bHx8cXN5fHt7cnd+e3t/bXF+a3J9/O3u+e95anpxa214gHbz7+3w7oB/gH9qb2l/f/v57f37dHdtgXp2d3WB+fHr//F8cH6Ben6Agnr+8Ov/63J31nB9gG+Ac3F4AH9qd+HV6nmBf352dQB8enPlb91/2Xp+dXMAAAAEAHJy7Gt1cG19amgEdWhrfW/ogXtpf3V9a4ELeHl6bG51bH98fnlvbX2Ba35oeWpxbHB2bH5xeG5zen6BbWt3gXt8end2bX9wcW1pc3Frb3lvaHt0dWyAb3R/gIB7fmhhXGlWfmt8eHxxd2t3Zlhpb2ZrgXB+gHGAbn9gYGdYYXN4cX9zbHKBeGxjZ2tYcGtua3t+cnVxamhaZWeAdu5ygG9pen2BbgZ2bmrX6uJ7gGtscHIKenJ/1nLtb9hzfnOACgcLAAB7d+Z2d3F9b3dqAHRte3h96HJ2fX2BaoF6A3iBgXx+a3Rxc3RugGhxb3x2fnl5bYFteoF3fnttgXp+b3F7bWtwcH57gX1vcXKCfnt1c4GBf39+em19gG10f3V7d3wVISMNH3NxcHdxenVucw8OHBIacWuAe25ybnpvDhEkGBhqcm9ocn57eoAWJCINFWxsgHR4eXeBfgwUEhgacHITZmh2ZGdsfXjjdndkBXhqc3B6bHFkZmjbcgYbCwQTa3F7dNfn4erXZxpveHB7bndrdXdk3HBuZBNlb2VnaXx6aOJuaHFnfGhtcWt7Z3p7cGZ0aWlkamh7ZHt9a2l7cHZse2R2aXxzamd3aGZmdnd9e3p0b310e2V8cHxwECINGQ9xcmhyantvZWcjIBgOFmtnam9weGZuaBcQGxYUaWtyZW10cn15Gw0RHhp4Z21sZ2p3eGQYEBMZImd6aHN3d2ZkdW95DXB6a3ludH1s3GVzahpxZnlmZnJkeXZ33mwdHRATGXBoeHLl1N/e4WsKdXVwbXp4eHVwatdsbmsNbnN6eHdtbHPleHtkdWZxbnZrZXdtfHRrc2xydnFqbGpua2hscHp2cXt0aGVsZ3d0dnZncHpxc2ZpZ2R3eWh3bm96aGJjU2JdcXJzcWlteHptU1BdZFJrcnZzcnRtdGZSX1ZlW2lvdWlmfXRkblxiZVZee3V1fXFrb2lsXWVhUFt5bWx8cHN0e3pqZwp0dXB6d3Z5e+lwdmoIY3hsaHp2eHFqfNZ0BR0YHRBlaW927N/t3NZ4HWluanB4cWp7eHPsfGlsDG1kaWxzcXhn7G59cGtncmdremt5d3l3cWZ6Z3Foc2ZpcHJ3anZ0amtyZ2l9Znhze3d7bntra2txdHR7Z2pyaXZpe2nh5Nrd7ndobWZ7eW93fOPu3djbZXJqb3Rldmlk3eXd4OR1dWt8dmxpamXZ2d3e4WdxdHN8c21ncOHX7OPkd3ZzZ3F6e3x5cVoQXWVtXGdfY1v3XlphW2ENYnBjZ15b5O3wchYMChoZY2VtYvZg9mn1cG9yGG1xaG1oaWDoYWFtcQ9iZGljanFdZeJjXWlscnFoZWJtbm9xa15jaXBcbmpacGpyX2FyZ2dpcF1jZ3FrYG5yW2hbY2xjZ2BqaVtmX2hbW2Bkam5scWdrZ25a9/Tj5PJnXWdjYmptbG7t9Ofj4XBfbWBtb2ljXPfg6eP4Zm9oaWZpZGBx9vj05eVhcFtdWmxjaF3x8fT15V1qDFplZGlvbWhk62JfXGVlEF9mYW1ac+bl72YZDxAFBmNrb2Pua+le7WNjYxtvYVpnZmBc4l1gYGEZcl5aZHJZcXHlbmVmbmxdW1pcW3JjZmdaam9fa2luZmJjYGdkcGNfXFtwZGdqb11dcmlsZ2FzWm9bbHFZWmFpaGZpcWRbYmFfZXFxaGdWW2dUXl5mamthYGxoal9aUlhyal1xZGFmaG5UWlJgYVtscWxscWJoY2ZkU1teXW5ccXBuZGZjYFNSYVVxaA1tY2ddYF1jXPNjXmtpXw9qbHFoZmz18fNgBAUXGxdsWm9w62f2WuFbcmoabV9taW5vZeVcb15hEGZpZW9rXWNj6lxkWltpXW1jbF1xZWhtaHFaX29sbF1bcG5jZlxrcVxtXGBmbm1vX15pXGFmZWlmc2xsaV1baF9ncmFabW9aW1tpY2YjHB8VF21jXmdrXmxnbRwbDR4RY29lYV5qW1tqFSMfHhRlcmJxW2piZmYbIAsYFmdwZWFlbF1maxwbGyAPdXZoeW59cXp5fWoIfX17eXZ4cGhnfmhycgp8eWxtc31/cnxyaAh+GYATbH1yd35pdYBubgYaB3B7fHxqanl3bnN9eRNya3x1fH9vbn16dXJ1d3FyfXp5dnRranFyc3pxbWt5bHtoZ3Frb2tqdXZ6fnhraHtndHp1cnx5a3B1DA8UIh90f29senLnc2oYHRkKHH50dXJ1dPVrahwXERQQc2pte+Bo9WvfIB0iExRre3hxc+nv6nAOFw4gHnV5dmdqa/ZocWxwdmd1fXNrdm94Cnd9cHJpdHxnd3J1dXsQbnprcnOAa219enkWahR5F3B1dH9/aHdpf4AQHhd8an1+fHd2dXF5cnIaeW13anVxfmt3aH5vcWtudmptc2h5dWpte3J1dXN0cX12aXR2cnFpcnhse2xofm9zb211dH98gH99cl5pYllTeH98b31w6n98W2lXZFp7fHt3bXf0eYBeaFJgUYB+aHXrd+pp5WdSU1tacWh+eXnr4OdrZ1FiZGdvdnFoc3zgfGh7fWdqcHt0bGt8chN9aHdwfW5qd3d9fG1vGoBseXF7Z3x7dndnGXsTZw5xanJtgGh5bWpoDg0egHd6fXhpcmh6enx9D2xzc354aX10dm5taH1qcHJpc3R5f2ttcWx/Z3tzdnB0bXF8gG92bm51fHltcnhsc3J7an56em55b2/j9N7n33d2cGlpdeFqgPPt6+LiaGlyf2t762t49t7i4955a3Zz8XT1ceXq6fTo736AeHpt6eToaufz9Ontb3l2f3p773l8FRQeExhxYmhkZW0AY20kEBwiG3Jrb2R0ChAKYxkQDRUdZWZtXQtuAHAHHSUeFiBrYHRpa2MAY28aIA0XFWZkXm5qcAJwbXFjb3JzX2xmcmFqYmJzaWJvXWpmYHBwZm1vZmZ2ZnBwbmxkdXJ0Z2hmZmdyanJhcmhtcV1kdG9va3DYb3VjZHRmZmZzb11u3OHrXnFyZ3BtbHBfXONh22DfZ2JpZW1rcHBob3DeXWFybGF0Y21tYXBva9tjaW5vXl9obmVuZWZeX1ptbXNnXW9wCmpjXW9nWmt1a3NgcQoTDHZdcXBhZ2t1bnASbw9sAGldbWlmbmhgaHNxAHFdXGNacGVwYmtdal8AbWRjcGxsX3BkcWZkaHNgZWJrb11gYm9qXGxzZ2VdaGlqcXJxX2Ntcl5zb29iZXJfcF9zbmhjbGBpZW9p22NfamJxamxzXXVraejt7G1uaXBtaWxob3HmY+xm2HB0bmpzb25oZHJs3W5yZ2BgY2JmXmleb2vYcWVmXmludF5sZmv5+v///2hjcHRxbgBuc/D8//X/cmV2cGsIDwxi9f/8/PpkcmBtAF8AYgD49f///WNzcWFmYw5oZf7z//v+bGBnYGdoAG5daGBubmdybWNmZHJtcV5qbXNyY25nZnNhXmFwYF9rcGZedXNnZ2VlYmd0bmJeZmBddWx0YnVoXmRxdOxzX29sdXJeZ21kb23d6+9jbl5rcnN1Z2Fu22nlbuJpYGNlXmpnZm5qYvBqa2NzcGJldml2cGZu7XFybHFlc15wYXRkalz6Zmtyal5i8v//+/xd/F5dW11hZ2T/9vX/9u3o5ubtZGtzW//96//zb/hma1pwYmBl6/7v//9zaPxxXWNpb2Dt//v0/1tcc2Jtc2JmXnNoZGlybm9zZXJpYGJpXnNnYWxjXGJgY19obHFlbm5tXW1jbml0a2hhWl9kYF9ib25gcGVbbV9qX2wRW11dbGVsYWdpb3BuF2dgX3RnXmxocGFscxMSDREeb2lzW2BeY2tlYB9icmducGpxcmllZXNzaR5nYVtt/G5va2Nta29kbVxobfBrb2RlamtuWFZdamD57/37/XNtcl1pa1ZtWWz4XWNdX1pqZGxXVmJkX2ftam1qXV1pWFxiaFpvcWpiaW5mZWlbY3NhcmJmXGpzXmlbbl5uW29uamtrY2RnW3NfXXJraGBibmFmcm5fZ1xcYXJpX2Jpc2deYm1hbmBkFm1dc2JmYV1zXGBcWxRkamFhb2pmY3JwcWseDBkcC3FmaXNnZWdzamsPW19xXG5taXFrb2BybGgRa2FtYPtoX19aYVsUIBwTE2X6Z3BdaGVvaw4MFRUe9ezu9/ZpZHNmIBsNEyNk7GFcbWxucXETFBQgJHNc73NpXV5rbB4XFRoaaG1kXG9yX2hfbG5jZ2Vac1tfZXFeaHBzXGJbb1xzXGxrW2xvc25yXmhkXnJrbGRqXm5jZmJnbHNnYWVyXF1dYm1nXhRyXmtmcV9rX2hdXWENY3Nwa3NhXHNlcGtwIBcQEAtjaW1gWnBqb1xvFGBfZWFqX2xoXmpucltqD2RjZWjlYXFpamtuZFxvYGhbbt5bcmRjcXBsWnNcYuNl4lrcb2tpZV9hcWRuZuvi2VtiXlxbZWxbcWhmZ+hqXWhfY2hecVtfZWxpZ3JzX2tabm9pcnFbX2thbHFec2hqaG9yZ1xbWmhrbnJhcW9yZWFjYF9xYXBka29vXWpcbnNaX2IAcXFxam5t////9/1pYgFgXGxjbGf////89QlmB2MCXmhpY/T/+PL6cA8DAGtzcmRw+Pr8//9zcApicGhnYmr//P/4+nFy5XFwWmlrbW9vZWdua1rrbWZrY2NcbWJabl/cWtxh5WJoX3JkX25fcmvm4uFjY2FnW2tyZl5aY2/raWxca2ZiZ1xvbWhpZ29dcWpiXm1bbnBucXBqXW1lZmVqXXFia2doZnFwWm9iWltybF5kXGFlW25hZWNvbGtuXHBacW5jCGNeanJaYF1dWGBpZmQOX2JhcFxobV5vZ24KXABbDV5kZnJqY2psa10ECwBoYWByaHFvbW1ea1wAb2lzYHFccFtvW11mcedyZ3JfW1pgZWFycWde32RubVxecWVrXGRm5VzqaOxfbmRvX2Beam9q6eHgb3JmW2tyXV5maW5q5WJtc29obGZoX2FdX19lX2pbXm9pWm1xcG9aXXFoY25fa2Jaa21dbGRdZGNwamVfYW9sa2hoW2JkbWBsWmJocmRyaV1dZwByc21maFsYGh4QEF9lBFxqbVpnXg8iFRcYDWwNZQBxaHBgExcSDhlhAAwAXWBxYV0WIw4VJFttAGpzbW1cYRgkICMNYHX5ZW1lbF5d/+3+/Phi8nRmYGZgYm7s8fv/8Pf///rudF1udP/9//z2bv9zcHRpcGR09f/9//9mcvZvb3Zpbnb////57Wptb2twYHBydnBhdnRmcXFyX29zZ25lamZfZGtmbGduXW5tdXJjc2FnbF1kcGtpa3VuaGddY2NobmQIZ3V2bGRrb2BmdmZlY2UBa2ZrZGt0X2N1ZgETCRATZ3Bea2NiZGBfbGV0CnBjYWxnamNlanVhXhNfcm1vaGltX15zY3Rp/m9kcW5ldmFlYGxYc/9qbXR2b2FvZFdrXVr/+vD8/2BrZWlsWVxbZ2P8XmFpbWBrc1pia2hjdm3vXmVvZWhwblhsbF5lcV9oYmxvY2VnY2tmcWFjcV5tYnVycF5pc3F1a2djaWhzYnNzZ3FuYWBgcGphY11tYGZkX3VddXFpAG9pX2VgXWRmcGR0Y21xDGxvXmddb25paWkKDAARAGBwXmdtY3JhcV9gYxJmY2V0X2p2YXNzaHIDZXR0cHBkXl5idGhyYvdtbGJyZF8MIxUjFnH1YWZpYmBqaxsaIxQf+PP2/v5wbmNvEwwbIyRv/2tfaHBsb14UERwUJXZs9nBrbmBubRcSHx8bdmZwamlnbGFhdnJxYG1pcGBfXWF1bm5tbG50Xm9iY25mZHFna3J2Y3J2a25daXRoXXJedGV1bXNudgBnZGxsam5iaGleYGJmYQRwYHJ0Y2BfbGRhBAAGCQlwdW1qaGJkZG5ycWIWaWJndWBoaWR2YHV0FmheanN0a3BdYG10Zm4KYFxfZl9eZ3NhZl5nXWUCcWplYW5fc1xrbAwTGRAKaXBecGZiXW5hZmFqC2Ngb2VkYG9mbWNnYApzYXNvb3VjX2dmZ21lYmtobl5fbWdlcWZnbW9fZWtwX2VmaGFzYGhhaGZxW2hsY11mZmlwc2xxXHJeZW5odF9gYVxkb2j/a2BsY19jERsXCxtq/29fcWlfXV0VFBcOHfH////9Yml0dCAaFxkjXftdZWVudV9jCx0OCxRvY/9sYW1wXWsfERUXC1xeCFttZ2pdXmVlcGJfcWhoGF1lZ2pyX2NrXmsMBRMODm9qYGBodHNzYm1xcwpgbVtvXXBtbF1eY3EUa3J1blxtZmhqcHRdcnRuXG9rXl9kc3RpdHFvcWRuY2VlcWhpaW1kYG9ja15zb11qYHBibnBxYnRjb2RfblxcX19pcWdb/3NiaG1dZWRVT1Jabf9iY2JrcWBlZFNRVVH//v/69l9va1xlV1ZZXWjxX3JfX2tqbFhTU1ZnbWT2X2Fgb29lW2NRXGFdbAVvYG1xaGVvaWF0cGpvbBJjdHByXV9fYWF1Aw4IEA5dc2RuZFxlbnJwcl0VaG9jYHRlY2ZhZWpeGnJtcGN0cGBuZnFzaF1qX19hcF5cX19haWtcZnNwa2hjdG1qXW5jYHRcamJbbm9fcGZyamVlcWdxdGhsbW1oaXNzZ3RhX/lzamBvZWvY5+zq5Gv4b21xXmRcY9vw2OXn//X/9vxmXWhd5/Da2dlu/19zXlx0ZXPd3+Tc6Wxz+F9fc25naNjc2uzucH37a218d4F76u3f29x5cPWAdHaBfm3q5Nvs7P1u64H1c3d/ad7h69zldOjp93lwc4B+3dbl1uR1e/Fwf3J5gYDo3unq2XBzfnxufHN3gYJraoJ6gWpzanCBgnp5fX15cXJ+fnV+fGpzemp1aXxxe3N8empscH1vf399gWx6bHlqgXl+f3pvdGwwenRve3x8b316c25/IWx+cWt0cmt5gXlyeCokKyEgfYJucX5yfHZwcjBsbGl8anp+dHx1dW9xciVqdHRt9W13bW93b09WYGZffoDqeG1pbG1vY1VWW2bye/d+6YJ6anpOZF1mYW7o/PlxcHpudmJZVE5mgHz3fn96cHB+ZFVZUFl/eIGAfICCcXZ5a25qanx/aW18bHlybnt5c311dXx7gW+CfmptfnZ/gXN7gnR1eHtzgWl6aXxvdm54eH9penRtcHBwJHV3eoB7fW5qfnN8ai1pcnJ7aXlsdW5qeoIZJSstH29xgYJweYF7aW0pbXh1bXNreH55enJ2cXongHB3eu9+f3hxfmshEwkMHnZ27Xl3a3B0gBISFxgL9X30fvB5e3h2HxgeGxh56vntcHB4f4ASERkRGGyB7YJ4eW93dhgaCSIjdnuCd3N6gGx1a2ttcXFwfIJzbG5ydHF7dYCBc4B0bIJ0aX97cmppam9wcXhub2l5gH2BcWpsb215doJqan53bXd5bi9zb3aAgYBueHd2en4oeHt1cW+CanhscXV6IBofJRhtdYFtdndydXx2K3eBbYF5dIFve4F5e3N8Im9wbncFdG9ybHt6b3BxfXV+AHhxbnV1a3J2aGd+bgAABgsBenVrbXBsZnpubQ96d3t8d25+d3ZsfHF0awBzfXNya21ze3t4aHtpc2Zsd3l3dXRmen5ybX1oZ2xzbXJwfHJycHZra2ptcHdtfWZ1bnxmc310bG53a3JqcHptc3198eXn8OxpaXN6dWbccWvg9+7h53xqfnRzdH/1buPn3uDse252c+fh9Obm5PD27O5zbHR5enBr3mnw4u7f7WxuZ3NrfOt2eG12AHNpcHZ4emt6fXFweAtvZnR+a21xc3h5a24NCgAAAHB6f2Zma3VteGcLfGh2aXxreXl5bH5odmkAcHtyc21zeW1uaWZrZ3VsdGt9fXtufHJ8dm9obnB4bWt2dWlzbHdsbmh5cHlybnxyemtrbXlue3BsZnZ1dGh6cn12eGhXYWdkbWlrc3Vu7GhnalVkXVN/c297Z2h4821lVGNdW3FrbXrq9Orz31RoYGBmdnhxcXZ2eO5sVmJTZ1JxaHhsfGnvaHtnegB1Zmd2a2Z2bXhsd3gGcWh6a3xranpscHp3BgMEAAF4cnd/eW99ZnpnD3NoZ3d+d2pwfG9ranl0AHF6dW52e3l3bWdqbXR2aH5ufHZxZ3VneWt9aXxrbm1scmx4e3x1cnxmdH12cGl6d3hycnR1cm91f3prZm19cH9pf20MCyMdEGp/f3d0e917bRAhHQ8UbHN9fXxwduF3Fg0MGB51c2Z27t7m9fITGhAXInlsZn5pem3eaCIbCiAPfWh2Z2t94318gHl/doWAeYiBfosZf4iCdIt/iX14g4SGhyeJe4Z0dnx8gIp/hSiFH4EadYJ4h3N7fH57fiIaHHuGiXh0goJ1hHeAeyJ0gIBye3eLen17h311eIt0hoeIeImCfHeFeYSHfXWIfop3fnN/hXaHhnV0fn+JhoR+hYWJhnh4f3R4eovnin10iXeADwsSDyN+8vLygYSCgYIeIRIXEOd65IbhdXdydRsTDRwai4nzhHN1f4J9GyAYDhGBhuqDd317dn4dFBYKCnV6gYiDeHd5eHmHG3J/enqFeYB6d4t/inIgd4F2iHJydnmJgYIReRiJInp1dnN6hImBh4YfHhSFeod9homAc3p8fXcXeIB0iX10iXV/gH6Ec4WFgYiEiHN5eod/eYKEe32Be3N2hXVyiHt9g3uGfYB6hX6Gd4qLhop7iIV/c3V784h/hXSIdVhWX2RWf+748XaDh3xzVltjY2Xii/F38IiKhnlUYmNWUYp57XOEdYN0iGBcVF9eh3TieIh9goOJXlVaX2eGfIR0foR9fIqDeiV1iHJ3gIh4iIZ8enx8KISEfYV+ioV7hHp/FoghhxR6hYmFeXZ0hIF/IRAdh4aDhYeLh3Z0d3p6En6Ie3+LgX91goCCi4SHcn18hoaFen11eHN3g393eYh+f3KBdXqBiYCCe3p6gXh3d3iAfXSKfnmAdoV3g/F0fIh/iobj3OTn3Xnw5eaKdYiCc+Pg5OHm74vrc/aDe3mG59fe5OB2euGIiYV3eofa5ePu44p1+HV2c4p1geTd2NzfHhUiIwuCeoKKh4FyhHkSCxgVH351hnlzfXh2cgsYHw8RcXmEg3V3dnV5Eh0cEBqCfXx0cX95h3UWEgwfG3KHgICKg3d2goN9goV3eH2GgoJ4doaHfIh5eHqJf4B2hYmEe350eXF2c396c4KHdXWAfXyCdIRzeoOFg4B/goR0h37zfXKDd3t0gn0JhnuGcfqJenZ1hHyCAHiAePKB7YXvcnmEdRIMBhEAhOT56nqCgH57gQd1e399f/eJhHN4f4KAdA12f1lUZV5lhoGFg3SDfYJ/UmlZYGGIgnt3gnF5dIdeYlppVYJziH6De31xgmNSY1tmcYFyh4pxfH99Y15QXVp6g4iCg3p0ioqAhId/e4F1iHt3gHVzdnuCf4V9dnN4e391fXZ4f3eJdXN2cXaDgHx8cn2Khnh2cYh4gXxyfYSBdIN883p4dnp5dnl/BnOBinvwcXpxe4qKdAJzdofzgu1/9nSHd4kSEwQRA4Lt+PWDdnmJdIUHfoKBeXbjhnWHioB0eHkLh3bh7+rz6YGDgol1fn5+ee7v3O3hhoCCfn2DhXh+6e3p5+Z+fYKJfHmGcn3s7OH13Yp9eXFyhoV3fOHx3N7ecYmHdHRxdnuCcYV6doN0g3xxdYF6eHN5dXKCiH9ye3d+dIJzfHZ2goaGdXeHenKAhHeHdIGHhnF9foGKfIl6hYSHdfiEeXuIdoaDgACBgYOJ6HKHdn5zincHf4J+64Dvh+t4c3x8CwAACQB6+/n3dYZ4d4GIE3h1fXZz+XJ/d3F1c36DD4dxhXfZdXiFgYp0goEYdIJygeOHd4V1eIB9ExUUiNJz0Xvmf3R2fB15GoMYitrZ24iBhYB2e4Idh3SJgeN4h3p/hHiCdQl7c3aGiH52hn6EeoGCdnt5dodzhoJzeoqKd3eKfXuIdYSDf3V2gHx+coWGiIN6fHV8e3+IiIeAeoh8iXh9e4V/iIWCGBgeFRl0iYB+fIqHfYAiGxASIImEf4d0f4J8ghAbDBQehX57fId4iXyJJB4QHSJ7gnyFiYV3ingaGSIOH4Z25XqEeXuKiYZ3DHh6gX3jg3p1iXuCfxcbCofigth40HyChngOfhyAHHXR2NhyhoeGgX11C4Z/cnnRgod+f3mGdYMRiHd2i4N1h4KBeYuCh4CBgnSEi3Z8enSGhXWLgIJ3hHZ+i3V4iX2He394fYR5gXdziH13foaIfYKDioaGd4CEgHt7dFhpXmFeh3yGg4p8iH97Y2xVVWR0eHOKdn94hYpbbGRoYXp9hop4gXR+d19gal9XenV7eYaKgnl1W1pnYFZzhuSHeYiLiIuBhhh2d4V70YF9g3KBiHIQHhl5zn/OctN3eXh9FoQVfBiL5NDUfoaKc4eAfw2EfHZ4znV2i3VyhX97IYR5enhzh4OHfoCCg4R0dX1+eoV2i3l8eXhygYGIiX9zgIF1dop9fIFzf4WGe3t0d3Z7gXx/dn19e3N8e3yEhH99i4ns5urp/YWHfINzeYZ1h/n/8fXme4p3doV1hH2I/uv97Op/hoeFeod5hID48PPw6HaIc3uCe36Geuvw5+f1";
  const all = Uint8Array.from(atob(BYTES), (letter) => letter.charCodeAt(0));

  /** Return the bytes of a picture: red, green, blue, row by row. */
  cnncourse.signal = (i) => all.subarray(i * SIZE, (i + 1) * SIZE);

  const answerOf = (i) => KINDS[i][KINDS[i][2]];
  const told = (i) => {
    const [light, dark, lamp] = KINDS[i];
    return `light arrow ${WAYS[light]}, dark arrow ${WAYS[dark]}, lamp ` +
      LAMPS[lamp];
  };

  let count = 0; // of explorers on a page, for their ids

  /** Return the step that makes the gates and the one that uses them. */
  const places = ({ steps }) => ({
    gate: steps.find(({ op }) => op === "sigmoid").name,
    scale: steps.find(({ op }) => op === "multiply"),
  });

  /** Return the gates of a picture, a number from 0 to 1 for each map. */
  cnncourse.gates = (network, bytes) =>
    cnncourse.run(network, cnncourse.normalize(network, bytes))[
      places(network).gate].data;

  /** Return the answer to a picture with gates that are given. */
  cnncourse.gated = (network, bytes, gates) => {
    const results = cnncourse.run(network,
      cnncourse.normalize(network, bytes));
    const { gate, scale } = places(network);
    const maps = results[scale.inputs.find((name) => name !== gate)];
    const size = maps.data.length / gates.length;
    const data = maps.data.map((value, i) =>
      value * gates[Math.floor(i / size)]);
    const after = network.steps.slice(network.steps.indexOf(scale) + 1);
    const steps = after.map((step) => ({ ...step, inputs: step.inputs.map(
      (name) => (name === scale.name ? "input" : name)) }));
    const tail = { ...network, steps };
    return cnncourse.answer(tail, cnncourse.run(tail,
      { shape: maps.shape, data }));
  };

  const percent = (value) => `${(100 * value).toFixed(0)} %`;

  /** Return bars for gates; `show(values, old)` moves them. */
  function meter(label) {
    const box = element("div", { class: "cnn-se-gates", role: "img" });
    const show = (values, old) => {
      box.replaceChildren(...Array.from(values, (value, i) => {
        const [bar, mark] = [element("i"), element("b")];
        bar.style.height = `${100 * value}%`;
        mark.style.bottom = `${100 * old[i]}%`;
        return element("span", {}, bar, mark);
      }));
      box.setAttribute("aria-label", `${label}: ${Array.from(values, percent)
        .join(", ")}`);
    };
    return { box, show };
  }

  /** Return bars for the four answers. */
  function answers(title) {
    const bars = element("div", { class: "cnn-bars", role: "img" });
    const box = element("div", {}, element("p", { class: "cnn-se-title" },
      title), bars);
    const show = ({ winner, scores }) => {
      bars.replaceChildren(...WAYS.map((word, i) => {
        const bar = element("i");
        bar.style.height = `${60 * scores[i]}%`;
        return element("span", { class: i === winner ? "cnn-wins" : "" }, bar,
          word);
      }));
      bars.setAttribute("aria-label", `${title}: ${WAYS[winner]} ` +
        `(${percent(scores[winner])})`);
    };
    return { box, show };
  }

  // --- painting -------------------------------------------------------------

  const BRUSHES = {
    blue: [24, 95, 237], orange: [237, 95, 24], light: [236, 236, 236],
    dark: [19, 19, 19], ground: [115, 115, 115],
  };

  function paint(figure, [gated, plain]) {
    const id = `cnn-se-${++count}`;
    const state = { picture: 0, bytes: null, first: null, brush: "blue",
      at: [2, 2], touched: false, dabbed: false, corner: null, light: 0 };
    const canvas = element("canvas", { tabindex: "0", role: "application",
      "aria-label": "The picture. Arrow keys move the brush, the space bar " +
        "paints." });
    const mark = element("span", { class: "cnn-mark" });
    const gates = meter("The gates");
    const [own, other] = [answers("network with gates"),
      answers("another, trained without")];
    const { box: says, say } = speaker();
    const brush = radios({ name: `${id}-brush`, legend: "brush",
      choices: Object.keys(BRUSHES).map((name) => [name, name]),
      picked: (name) => (state.brush = name) });
    const button = (text, pressed) =>
      element("button", { type: "button", onclick: pressed }, text);
    const which = slide({ id: `${id}-picture`, label: "Picture", low: 1,
      high: COUNT, start: 1, moved: (value) => load(value - 1) });

    function load(i) {
      state.picture = i;
      state.bytes = Uint8Array.from(cnncourse.signal(i));
      state.first = null;
      state.touched = state.dabbed = false;
      state.corner = lampCorner();
      state.light = Math.abs(colorful(state.corner));
      show();
    }

    /** Paint 3x3 pixels around a place. */
    function dab([x, y]) {
      state.at = [x, y];
      const color = BRUSHES[state.brush];
      for (let row = Math.max(0, y - 1); row <= Math.min(SIDE - 1, y + 1);
        row++)
        for (let column = Math.max(0, x - 1);
          column <= Math.min(SIDE - 1, x + 1); column++)
          color.forEach((value, k) => (state.bytes[
            k * SIDE * SIDE + row * SIDE + column] = value));
      state.touched = state.dabbed = true;
      show();
    }

    /** Return rows and columns of the corner that is most colorful. */
    function lampCorner() {
      const [near, far] = [0, 9].map((start) => [start, start + 5]);
      return [[near, near], [near, far], [far, near], [far, far]]
        .map(([rows, columns]) => ({ rows, columns })).sort((a, b) =>
          Math.abs(colorful(b)) - Math.abs(colorful(a)))[0];
    }

    /** Give the lamp of the picture the other color. */
    function swap() {
      const { rows: [top, bottom], columns: [left, right] } = state.corner;
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++) {
          const i = row * SIDE + column;
          const blue = i + 2 * SIDE * SIDE;
          [state.bytes[i], state.bytes[blue]] =
            [state.bytes[blue], state.bytes[i]];
        }
      state.touched = true;
      show();
    }

    /** Return by how much a corner is more red than blue, in all. */
    function colorful({ rows: [top, bottom], columns: [left, right] }) {
      let sum = 0;
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++) {
          const i = row * SIDE + column;
          sum += state.bytes[i] - state.bytes[i + 2 * SIDE * SIDE];
        }
      return sum;
    }

    /** Return what is right now, for a picture that was painted on. */
    function rightNow() {
      const red = colorful(state.corner);
      if (Math.abs(red) < state.light / 4)
        return "the lamp is gone, so there is no answer";
      const lamp = Number(red > 0);
      const answer = WAYS[KINDS[state.picture][lamp]];
      return `lamp ${LAMPS[lamp]}, so ` + (state.dabbed
        ? `with the arrows as they were the answer is ${answer}`
        : `the answer is ${answer}`);
    }

    function place(event) {
      return position(canvas, event).map((value) =>
        within(Math.floor(value), 0, SIDE - 1));
    }

    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      dab(place(event));
    });
    canvas.addEventListener("pointermove", (event) => {
      if (event.buttons) dab(place(event));
    });
    canvas.addEventListener("keydown", (event) => {
      const arrow = cnncourse.panel.ARROWS[event.key];
      if (!arrow && event.key !== " ") return;
      event.preventDefault();
      if (!arrow) return dab(state.at);
      state.at = state.at.map((value, k) =>
        within(value + arrow[k], 0, SIDE - 1));
      show();
    });

    function show() {
      paintPictures(canvas, [state.bytes], 1, 0);
      const [x, y] = state.at;
      outline(mark, canvas, x - 1, y - 1, 3, 3);
      const values = cnncourse.gates(gated, state.bytes);
      state.first ??= values;
      gates.show(values, state.first);
      const found = [gated, plain].map((network) => cnncourse.answer(network,
        cnncourse.run(network, cnncourse.normalize(network, state.bytes))));
      own.show(found[0]);
      other.show(found[1]);
      const moved = values.filter((value, i) =>
        Math.abs(value - state.first[i]) > 0.2).length;
      const open = values.filter((value) => value > 0.5).length;
      const [a, b] = found.map(({ winner, scores }) =>
        `${WAYS[winner]} (${percent(scores[winner])})`);
      say((state.touched
        ? `Painted: ${rightNow()}. ${moved} of ${values.length} gates moved ` +
          "by more than 0.2 "
        : `Picture ${state.picture + 1}: ${told(state.picture)}, so the ` +
          `answer is ${WAYS[answerOf(state.picture)]}. `) +
        (state.touched ? `since picture ${state.picture + 1}; ` : "") +
        `${open} of ${values.length} are above one half. With gates: ${a}. ` +
        `Trained without: ${b}.`);
    }

    install(figure, element("div", { class: "cnn-lab cnn-se" },
      element("p", {}, "A blue lamp: the light arrow is the answer. An orange " +
        "one: the dark arrow. Paint over the lamp, or over anything else, " +
        "and watch the gates."),
      element("div", { class: "cnn-se-top" },
        element("div", { class: "cnn-board cnn-se-paint" }, canvas, mark),
        element("div", {}, which.box, brush.box,
          element("p", { class: "cnn-se-buttons" },
            button("Other lamp", swap),
            button("As it was", () => load(state.picture))),
          element("p", { class: "cnn-se-title" }, "12 gates, 0 to 1; the " +
            "line is where each was before you painted"),
          gates.box,
          element("div", { class: "cnn-se-answers" }, own.box, other.box))),
      says));
    load(0);
  }

  // --- other gates ----------------------------------------------------------

  function exchange(figure, network) {
    const id = `cnn-se-${++count}`;
    const state = { picture: 0, way: "own", donor: 1 };
    const gates = [];
    for (let i = 0; i < COUNT; i++)
      gates.push(cnncourse.gates(network, cnncourse.signal(i)));
    const mean = gates[0].map((_, k) =>
      gates.reduce((sum, values) => sum + values[k], 0) / COUNT);
    const bars = meter("The gates that are used");
    const reply = answers("the answer");
    const { box: says, say } = speaker();
    const grid = chooser(`${COUNT} pictures. Arrow keys choose.`, 8, 4,
      (column, row) => {
        state.picture = 8 * row + column;
        show();
      });
    const donor = slide({ id: `${id}-donor`, label: "gates of picture",
      low: 1, high: COUNT, start: 2, moved: (value) => {
        state.donor = value - 1;
        show();
      } });
    const ways = radios({ name: `${id}-way`, legend: "gates", choices: [
      ["own", "its own"], ["mean", "the mean of all"],
      ["donor", "of one picture, for all"], ["open", "all fully open"],
    ], picked: (way) => {
      state.way = way;
      show();
    } });

    const giver = element("span", { class: "cnn-mark cnn-se-giver" });
    grid.box.append(giver);

    const used = (i) => ({ own: gates[i], mean, donor: gates[state.donor],
      open: mean.map(() => 1) })[state.way];

    function show() {
      donor.input.disabled = state.way !== "donor";
      const [column, row] = [state.picture % 8, Math.floor(state.picture / 8)];
      grid.set(column, row);
      outline(grid.mark, grid.canvas, column * (SIDE + 1), row * (SIDE + 1),
        SIDE, SIDE);
      outline(giver, grid.canvas, (state.donor % 8) * (SIDE + 1),
        Math.floor(state.donor / 8) * (SIDE + 1), SIDE, SIDE);
      giver.hidden = state.way !== "donor";
      bars.show(used(state.picture), gates[state.picture]);
      const answer = (i) => cnncourse.gated(network, cnncourse.signal(i),
        used(i));
      const found = answer(state.picture);
      reply.show(found);
      let right = 0;
      for (let i = 0; i < COUNT; i++) right += answer(i).winner === answerOf(i);
      const words = { own: "its own gates", mean: "the mean gates",
        donor: `the gates of picture ${state.donor + 1}`,
        open: "all gates fully open" }[state.way];
      say(`Picture ${state.picture + 1}: ${told(state.picture)}, so the ` +
        `answer is ${WAYS[answerOf(state.picture)]}. With ${words} the ` +
        `network says ${WAYS[found.winner]} ` +
        `(${percent(found.scores[found.winner])}), which is ` +
        `${found.winner === answerOf(state.picture) ? "right" : "wrong"}; ` +
        `of all ${COUNT} pictures it gets ${right} right.`);
    }

    install(figure, element("div", { class: "cnn-lab cnn-se" },
      element("p", {}, "Pick a picture (solid frame) and give it other gates " +
        "than its own: the mean ones, or those of another picture (dashed " +
        "frame). The weights stay as they are."),
      element("div", { class: "cnn-se-top cnn-se-wide" },
        grid.box,
        element("div", {}, ways.box, donor.box,
          element("p", { class: "cnn-se-title" }, "12 gates, 0 to 1; the " +
            "line is the picture's own"),
          bars.box, reply.box)),
      says));
    paintPictures(grid.canvas, Array.from({ length: COUNT }, (_, i) =>
      cnncourse.signal(i)), 8);
    show();
  }

  cnncourse.explorers.squeeze_excitation = (figure, networks) =>
    networks.length === 2 ? paint(figure, networks)
      : exchange(figure, networks[0]);
})();
