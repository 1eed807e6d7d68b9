/* Two explorers of the chapter on augmentation.

   Without networks: every change with its slider and its matrix, the matrices
   multiplied, one resampling beside several. With networks: pictures that are
   changed, and what networks trained upright or with one change answer. */
(() => {
  "use strict";
  const cnncourse = window.cnncourse;
  const { chooser, element, install, outline, paintPictures, radios, slide,
    speaker, within } = cnncourse.panel;
  const SIDE = 16;
  const PLACES = SIDE * SIDE;
  const EACH = 3; // pictures of a class

  /* The first three test pictures of each class of `shapes`, upright (16x16,
     red, green, blue, row by row), and a 2 and a 6 of `digits`, gray. */
  const UPRIGHT = "cXJwcnJ3eG1nbnRzb3V3e3h3dnR3cnBucnd6eHh8gH11en15dm9qdX5+fn6DhYl+e3p4dG+SvtbHqHyBhYKHhIJ9cGyz8/Ty9fXSf4aEhIV6d3Sl8PXz8vX388R9gIOCbnV/2/b1+Pb49vb2eXmBgnF7fvPz9/X19/X5+Zd9gYF4en/z9vb49vn0+PiVf4WHfHt81Pf09vf4+Pjxe36FhoF5dpz29vb3+fn6tHp+f4Z7eHuCsfD5+vf7un5/foOKdX2AhoyQtMG2j3l6gIOFi3t9goOEh4eIjYR7foSFi4p/gIiCfH+Ch4uHg3+Aio+If4CDhoSKi4uEgH14eoWRi2VhXmBlZGdfVVtmZVxjaGxnZ2hlZmJgYmFnZ2Zmam9qZ2twaGZfWWNsb25ucnV3bWxnZWRfep6spoxrcHN2d3JzZ19dlcLGxsnJqnF1dHFzaWpki8TEx8jIx8ahaW9zc15pb7bGycrKy8rLzWNmcG9laGrJysbIyMrLyMt9bXNxaGlxw8bIx8fLysjJfm5zdWxoaa3KyczLy8zOw2pvbnVwbWWEyszMycvNy5RpbXFyaWpoc5PFy83LzZtpbG5udWZocXd4gZqimntmaW1zcnhsb3Rycnd2eHh1bW5yd3x1b3J2bWpycHd5dnFwb3t+dW9yc3Nyd3p2dG1qZ2t1fnssKSYrLi0yJRwnLikmKC00LiwuKi4qJScpLy4wLjQ2Mi8yMi4tJiEqMzIzNzk5OzM0Ly8qK1CHnpBlMzY4Oz04OTIoJne/v8HAw5Y1Ozs6OS8vK2bCwMPBxMLChTA1NTUlLzSpwMPCw8HFxcMuLzgyKS00wMHCwsG/wcXETTI3NS4wMrzBwsHFxsXGxk8xNTozMjGbwsTDw8XExrgvNDc5NzApV8PFxMfExcRwLjEzMzQtLjdtvMXHxch7MTI0NzouLjM6P0hwg3ZDKi83NTY5MjM4OTc6PTw8NDIyNjg9OjM5OzcuNDU3PTo4NDI9Qjo0NTg4Oj1APTc1KiwvNkI/qI6Tin51eWxje3OEfHlviYmKkYBzbnxzjnR2YGZ2cHF7c4GFZGNlf3doXmNra3mIf259c3NzgICAgm1qcHh/eIJ8emp2grKptqx/cXNuh4CAhW16jKrBr6isrotrcnx2WXGAfaantLu8vaiXZ3Z7fF5rcHq3u7S1sLqton55dIV2ao+FwaWtnrWzoLpxdHqKgnp+jbyxwrKwvqXBgXZ/hIJye2ujoZqlmKObmIRjc2yNc294c4axu8OnlY1tfYJvjYd3dFxqYoV+jI5+f2ZjeHF/gmFbW3JodmmDe2x+ZnV3gWplYW1zamtsenRoZ2tsgntlYmh6a25igGZnbHCCc1FZYUdDMiQ7NzgvQTc2PERMWVJAMjcxLSooOy8xPjdKOzA3SkM7KjY5PSgwMzkxRz8rQCc6PzpDSTotLi4yP0A+LS8vMVyZnqKhXj8vMTI4PjMtLVCxpLelq6JdMDZBQCAzSTuep6ifqaipkjcwOz0gOy1QqKKloJyqqKpNPTgxKTxHSp6gpqGaoqapSjk6PTk8NzGboKycraWqm0pJSUM4MzRAcaOuqLCXqWlMTkBDRj47RT9qnqWpomlRQzNBOy03NjAsMyVUYExMSjwxQTA4RTcrLzUtHyonQDwrMTY/VC0zIio1LychHDtHLTpAN1E3KjQvLDI7Iic8LjY3MzZQQ0I3JSURGiAdLi4bLSk3OkA1OCUZJxMsJBUYHx4gMSo0PSktJCMyMBIMHQYtGCotQSYsPjUpMjUgERsQFhg2PCQjITZCa4aMazgkJB0sNyYQByU9gHuOe4GERCElGTUoISQmiop6c4SGhHYRJS0qEx4qNH6Hh4GQf5BzNRUZMxkZNjqFjoJtfY1qhDAbKkgnJCIiepuIfX+GdIAtMxo5NCUaN1J2fo5+d4lTKyUqPCAsMhwnSnR9h4dfISYaMSQqJDkrKBkzKjJHOSgcIB40OiIiMyggKRsbHDs1HzIiMzsvGSIeDhsgHxwwGC4tKiM1MBweFiUcNyolJBUoHSokSFZdXFheU2ZsX19tbXNddWlZYWhdUmVta2leZ3diZVxwYWZcYFpZYmhiVl1pYV9XZGlkV15kY2RqYldhXFhjaWBubW9bXI2muKd7X15jb2diZ1xcaZa6yrzAwo1KamZdYmJcXH65v8fBwMW7dlxXT1tkXGWcwbrJxMfHzKJeYmRcWmBhsMbAu73Iu8uoaGdkY2FnYpfNwrjAybK6nVlaY2thWmZ91rjGxcXIx3lxeGZebWVwZIy/wca6xY1qcnBpaXBpc2pjbpadkHZqbHV3aGVqaGRmY21eZ2hranhkYmRobXVta2Zpdm5ubWdlY2JVaXBtbHZpaGdrZGJsWlxiZDJBODQ8Rzg9Vz5EQlhISFA1Qj0/QzY3Sk1OS0Y3QD9HSUdCSEc6NDtQSjtJOzVGOVNHPjs8QzJFQUNEQz1DUjxRR0E4QDZfgIuBWDQ1Qj1CQUk+PTlyl5eMho13Njw6PUI3STtii5aXlJWTkVk6NT1BRENMdZKYl5Kal4pqPUA/NT9DQH+VmJaVg4iXgkM5P0BCSzl1kY+ej5OLlmxDUEs/Q0A0V5OUmJmVjpVYUktQP0c9SUFjlJuZl49UQ1JLUjdFTUg9OVZsem1SUUlHTktGPj1OPD4/RENTUUpRSkREP0ZMP0xNVUhMSUVRPT5ILUJAOkQ+QkM9REE5MVBIRDghECAaGyEaJyYfLSInLigoGB8kHSknJyItGzMrHy8uJiomMCovFyIjKiEbJRoyNxojICkhFCEVFyQhGiYiISQkJSwgFh8eVG18Z0ARICEgHCouHSUZZoSNhYuFVR8WGRM1KCYtTouFjIuFkJBAHRYhIBweHWuDgIiEh4eFXRoaGhsoLC9shYKIipyUgmchKScuIjAoXIiCgYp2jopWLiczLCksITKSk4yVhYaUOSg8NiYkLCsrTIiVjIaNTSgxLishIywtNh4yVGtXNy0gOy0oLTMsLCopKi8qMiksLCMuIyciLCYwLTIvIjI1Jy8pHS8rJh4zLxstHyUiGx4mKCQYV0tWUE5VU1ZiV1NPYVhSW1daUVpbX1BWVFNSWFpjXFllYmRXZWdaXE9SUlhVXmdmZVVdZmRjb4J9VUpbWV9lZGZlWmNgsN7d4duKV19dW19iW15fpuXf3ubm5IxeW1xoY2ZlceninVxdn+3dUFpfb2VaXZDlyV1eWVrv5m1bXl5kXFWJ5s5hZV1k2eZzXlljWldacObejGRgpuTgYl5VYkphZFeu6enO1OLpsGldZFpVZWZYVqzl5NnlnWNgWmBmY1laXVZac42PbWRiZV5fW2NdWFZaXl1lWl1lbGJqWlNiYFZXUlhhW1ppbG9fZlVQaVtlZWVhbGpnY2pwcGJgU1VMS09SRkVbWk9OTmNPTlFNVFNRV1dSU1ZNT0tUUlNYW1ZbXVpXWVxDQ0ZQS1dcXV5fUFlcZmN0ZE9TRlFMYFtkYllbZo+vrbShe1JfU19XallgXomrtLWotKx4UlJWYlhYV1+ltItWWY+vp0xYXWJgXFN4sKheWllRq6tmV1ZeZ1dUca+ZW11eZ6yuYFNSX05bX2a3tHZZXoKysFhYUk9UU2VSgbC3oZ+zsYRmVlVjUV5cT0uRsK+ysYpeZV5TVFdiXFVZVGN0eGdcYVVZWFhbWF5ZVFhZXFlbZGRbZVtSWl5dUlhXXFdWY3ZkbFlPUmRhWFliZWJdX2RdZGViWU0gKx4lISEnJikqFig1KSMrLi0sLCIrJi4zKh8oLTM1LzsxMzAwMzEtHiQaKCcvNDYyPDY5LzQ7VT8qJycsJjQ1QDE5MTljjYmRkFUnJi8yOz42MzdriouPk42XTDAzNkItMDQ+i4dhLythkI0jIitBLjUxVpWCOCk0N5SXPS02OTowMlKUhTszMT6LmDwqNykwLTQ6mZNQLUBhj4k2Li8qHDMwJmqRmn2FjoxpOzIjIiM4OyslZpSPlpRjNTM1Nyk5MC41IjI8V1NEPDIoMC4wLTYuJiktMy4iLzk6LjIqIzsxJikxNDk1LjM5QD0zKy46NjExMjo3Mzs6PUI+LDAwd3lpb4J2cHtxcWd0cmtwbmpscYF5eXhzeWxpZnxrYmd5cnt0gnxke3VwXnJncmlvfYWDcHB0osPFtZJpbnh6cXV7eHGNzuPU4OXXnIJ3fXF6cnCNwt3dqqjL1sqNaXZ7dXl+iejSmX9/dMLSrWtxZnd3d5nr1nh+gISp07ZycH1yfYaM1Nh+gW93yuDFeHZ5goN5eNvnyI6Br9/anHmCgHl1dICV2Nng3O/jwniDjn2Fg3R+dpzH89bjsoaDfoCFeXeFe3d6foGKfouXhoqCfoCHfYeIeHyGhHZ9iYV+hoZ6doCChnWBg4aCeX99gHqHhop8g3+Df4Z4kYWFeId0gVdYYlNtYWZpYVJaYV1dVmZrW1lObGZgXV9eUldKYF1hY2llWl1XYl9lbl5RVl9gXGdlXGtaaI+ypqBwXllWWGFmZmZjZbG2xcq9xIRhV2Zka3JkaqrJwaqKqb3FbmFTbGZrZHS5uYRtdF2xw5RjalxgbHWKx71ibmFeociwX2xaZGpvgcXLbFlmXrO8lF5sUXViamy4zKtmbpfUzX5iZXRlXl5qeMvC0sXNxJ1ia2tda2hpZGSBuLzKz7Jpb25udWRsYWdZY2NwdGJscHNqZ2F5cmRlbW5bYGFsbHFqc2thdVtsZ3N+b2tuamZZam1laWppbmx0Z2xwbnBkZ2B2WHY9OjIqPTRIOCwqKCQ1OC4+Nz03KjI5OjVCPzEvNS85OkA7RzYvLzo1Njc7NjM4MCotPEA6QT1ydX97SzVAMztGP0U/UkuQm6COoKpgMDczQ0A6SEV6rKZ8bH+fn1M1NzA9PjtYn61iQTpHlKt0MTs2NTk8bqaVP0c8MG6diEQ0ODxCN1OmqUg5QUF8t4w2PTg3Mz49paGLTUZ0mp1gQD48TDcxOGeUqKmgqbB9Rkc5ND05QEFJaKCnpal2QlJHQjpMS0Y+RDY7RlhHO0JIPVA+Szw/O0I2Rzg8Pj1JOUxJSEVKLT9CQDxMOztHPEY+R0M5OzNIRUtBSEY7UERJOkA7h4GMgoWNgoiOhI6Mi4uGiYmBhoSBgoGAiI+Ii4aIhYaCgIOAgYqCiYGHhYeJhYqIhYKJgIiNmbm/pJOLiYKGh4mIhYaM2/v9/P/PhIuIgoCLiIqG3fn57vH5/MyIgoKAkYmKrP78tYyKvv/+nIKAg5SNhs354IOHhYfu/7uPhpKOjoK//91+iY6H9P+5jICRioeCrfj1pIiGuvX8oICMkomEiYzl+//t6P/7z4qIjImAiISGlOT9//b/0oN7kJCLfnuIf3+ArcK9noOFg46Qk3+Fi32LhYmHhYOAh3+Jjo2BiYmKhYB8fImLg3+EhYmKfIeEh4SIgH6Cg46UgY2OgkpOWktTUEJLUFZWXFtST1NRU0tETkZMUFJaUVFWWlhPUUpRS1BGSVNPUlNWWVJQUVdGSEVNTGV6fWVNUklKQU1cVEVPVaLJztHRm1ZXUU9GTFdMTqzQ3L+6zsyiUUdKR1xORnHOzndQVpLPzmZMSUZbU0yWy61PTVVSvdOGR1dRUlVKktKqUFJST8PLfFJcWEdOVmvL0IBWVH/UyG9MX1NRT1NNrszXs7PX06NLVFxSRkZKUFy4ztPL0KhJT0lcVUZMTE9KS3GRl3BASEpKWVdKUlFJR0tSVFpPT0hIUE1NVlhTTldLSExVTEtRVU1UVklSSFZGUlBIU1NeWFBYVEw/REFBQTdBRT1FQURGP0ZKPUZAQDs/Nj1BRUpGSD9CREhFREQ8Q0JCSUpCQklHQkNLRUZFPjpce3BgS0JMRUNMT0ZBP0WfwMLByY9ESD5DP1FQQ0+hur6ltsTDkkE5OEdJST5kxMNtU0aBw8FdRD89SkVFhsKYRkRHTLfOcEVJS0lGQ3zJk0ZERkOrv3hLP0lBQkN1wsFoREh7y8NeSU9POThIS6nHwJ6rx8KYQENIS0NEPz1Vo77DyMCbPzdDQz5AQkI6Rjxzg4ZiO0NAPU9MRTg/QUtAOURBTDc+P0ZLTUZBQkJHRkFFRkM/PztDQklBPjxDRz83PkFCREdFR0pKbHBpcXh4YmRubHBvZGpubHFwXnx7dGdzfWJme3Vuc2Zmenh8YGhpc3F7a2RwZWZvYl9qZnFcc3teZWZ5d3dabnZiZmRnWHRrdXFyeXNjZXZke3FiX2pbdGFxdWhqaml2aXJkfX56s7e7n2htcGJpanRuaVuRx9/b4tGxanV2c2RgXmxlrObo9eHn2ZhwaW1qc1ZsZ9fl4OTS1cKqb2drb2llaWaAloVzfnJ6bG13g3FlbmV3bWdzd25hd3tveYOBZ2VtanNyZlxpgHuGfG1jdW99bGyDa21uXHB0cHl3hGZub3xram5kXndha3N3d29hcHVle2x0XXVVdn5uZ2psekxNSj1CUUpVV0JBTz1ETEZMOFo5TUVFS0VJQT5LRUVPSTo9VT4+U1RCUzo7RUBJQ008O1E+XE1SPkZQRkZNWEtBP1BGUlM/RkdIRUJDQUZQRUdHTUBaQFIyR0FQR0s9S0RaQE9KXYGjjGJQQkhUNkVINlJGSpezsLOri01GU05ES1ROS4y3q7eyub5hPERJUUBMO0ysoZ6xs6qbhUhKU11PREVWaWpQRlRbU05AQj9XRDVSRD9KSUdIR0xSXE1QRjY+Rj9RPlY3RUpCYD9XQUVNVE9CQkA3RFQ9SkZVSUc7SkRERUlHRzVGREZcPkROQlU9PkhGTz5CTEdIUztQSzdEMzVGPzMtLzc+NUBKTEZERkw5P0VFSj9MMVFENy9ONyhVVzpMTUgrMD9SNkZEPFQ/RkU0O0M1MzhER0BWQjdNNTdHQjU5QkgrRTVQQjk4Q0ovMTU9OD4+PDo/TDMvRUkyO0dFMVF+i3tRRz47Mzg9O0g5MlKZn66ko4JJOT9KSEFIPz53oJumoamkc0FEQkRLKENDnZ+ZoZykmHJBSz46SjlPVWtNWk9GPz5OS0I9O0MzQUNISTpPRzxHRS5HRzZNPTA7NkM6OUk1OElRREQ+PD9BOUgsNkM8Pj5GPkk3MzxEPz9COjktTTgvMks6QEAwN1E9MjshSSxAQDE+OjtCgYeHhYSFh4eKiH2Dg4SJhoOEgYR9goN/gYGGg4mEgoZ/h4GDfn+Oh4SAgISHh4qFgoR+g4uFhIOJiIOBhoaGjIeHfIiFhoKEg4SGg4KDiomIenuHgIyGhomHgoKOipGNjoOCf4qMuMnHw6eBhpKSj32BeYOQxMfIy9XZqI6Ak5F8gHt/q8rP08vYzc+LhoeHg390d7u8wdLNz8jOlYGOinqBf3V7d4iCfoSTk5aKhoJ5gH11hH5+eoR+dIiDhY+LgX58f4d+hn6Fe397hHuJiIJ6fYV9fIGHhH+CfoWGhY58g3iAiomBhYd/hoOIhIaJgHh/fIKGhoSEhH+GfoSDhmVrZmxfamVtXmJoamlra2ZlYmphamZsa2djYmtla25wa2FiYF5mdWpmbGVrbm1odGVqYGhra2VvYmFlY2tqZ2pmY2JqZmxnbWZncW1sbGxsamVmZW1za2xtaGFob2ludWhhaGlkc5O4rquCaGhxcHFpY2NobaKytK6xsotraW1oZmFaZ5GtpqyzsbGza21ramtiY1uao6atr7Osr39pbmtkZWBmX2NnYmNjdHh+Z3JvZmFcYmJgaWplY2FiZmdwcGJcYWZfZlpkZ2ReYmpranZnYWNjaWdoZGhoYGJfZm1zaGFbaW1kZWhubXBnaWpvbmtfa2NpaWdvZ2BlZGdqaGc/QkA8MzY4NjY1NjY8Ojc/NjY8ODg3PEMwMzM5PDQ3RTczNz46NT04ODk7OjY7Qj9ENDw0NzdEOD42NDc/OkE9QDgzNDw/Njs9Pzs7OD46PkA9NzlEPjZAQzw2MzxAO0UvMjI/O0h+nqqUZDg4RkA/Pzg0PUmNn6mkoqlwPDZDQjgtLjdypZ2hpaempkA+RkE5Ozg6hZWaoaecqKNVPEE0OTE4MDM0OzI7RU5OYTNAPT41NzkyMDYyLzI6MzY7QT45Mzo0MTY2NkEzMjNAPT5CPDcwQDo9OzM+Mzg5PkM/OTlAOEM/Pz0+QT8xPTY4O0E3PDRDPTZDPTY3Njo9MDw8hYSDgYKNlI2Ji5SIeXl6d3+EgYWKiYmIhYSHgHp6eXR2dnuDi4d+foCAd3p4end3eHV4g4yFgHx6eXx4en2CeHZ2dX6Dg4R8d3l4d3iAhnp3ent9f4amsqqXfX15fYqHeYGBfpHFzMjIxraCfoOFh32Ag4HCysfJycnGqX19f3x+fYCcx8fJxMjGxsODeHx3fIOFoaOkpKivrbK2j3t5dX2HjYyMhoJ/hoKAg4Z9d3CAgYWGh4GDh4WDg4GEfHBugn1/god/gYSChH6AgXhwcHx+goCAhYV8eXx/eHd3bnB1eIeAeYKDeXF3d3Rxb3Z1d3d9eHiAiX1zb25ycW9tclNQUlBQW19aV1lgWElGTEJISkxSVlZXU1JSVE1JR0VERERLUVpQS0xOSUpIRUVHRUNDSlJXUUlIR0hJR0ZMT01FREJLVE9QST9GSEZEUFROR0pKSUxYf42JbEpNSVBZUkdKUUxhqa6qqqmUVFNVVVRJTVFPoKqoqqWppoZNTVJOTE1Rb62qqqipqKSqUEtPR0xNVXd7eoCBiIyMk2JRS0JMU1pcW1JNUlNTUVNVS0hAT1BUVlhUTVFUVVFUVktDP01PTlRTVFFTVFRPUVJHPjtJS1JOTU9TT0hLSkxJRkI/RUhST0pSU0xCR0pEQENGRERHS09IUFVMRUI7O0JAQEIvKyopKzQ7ODQ3PzEnKyceJCkqLTIyNjIuMDAsKCQjIh0hKi00MiwrLCorIiUlKSIiIycqMy0oJCUmJiUnKC4mIx4eKTItMSYfJiUiIis1Lh4gKCgrNVZjXEkqKSYtNy8jIy0qPnZ5enl3Zi8xMDQzIykvLG99fnl5eXpeKiwzKywqLkZ7eHl7e3l4ei0sMCUpLjNSVVNSW15fYmU9LCknKDA1NDcyLi0wMDIyMisoJSswODM0MS4zMDMwMjMqIiEsLS4yMDIxMzAwKy8uKh8gJi4wMi0sNDElKyspKSUhHiMqLy0rLjYsISErIx4gJyUjJyspJjA1MCQfGh4jIiEjcHFxcnJyc3Nzc3JycXJzdHFyc3JwcXNycXN0cnFydHRzdXZyb3F0cnBzdnNwc3V0dHV2c3Bxco5yc3RycXN2dHR1dnRxcXHDjnNycnF0d3RzdHR0dHOb3cR0cnJyc3VzcnJydXd1z93dn3JycnJzcnJyc3V2p93d3dR4c3N0dXRxcXJ1gtrd3d3drnR0dnd1c3Jyc7Pd3d3d3d2KdXV1dXVzcYnBwcC/vby7unV0c3VzcnJzc3N0dHRzc3NzcnJ0cXJzc3JycHN2dHRyb3Bwc3NycXFycXBxcnFxb25wcXN0cm9wcXBvb29ubW1tcHJyc3Fvb3BwcnBvbm5vcHBwckNERERFRUZGRkVFRERFRUdERUZFQ0RGRURGR0VERUdHRkhJRkJER0VDRklGQ0VIR0dISUZDREZnRUZHRURGSUdHSEhHREREp2ZGRURER0lHR0dHR0dGdsaoR0VFREZIRkVGRUdJSLXGxntFRURFRkVFRUZISoXGxsa7TEZGR0hGREVFSFfDxsbGxo5GR0hKSEZFREaTxsbGxsbHYUhISEdIRkRhpaSjoZ+enZxIR0VHRkZFRkZGRkdGRkZFRUVERkRFRkZFRENGSEdHREJDQ0ZGRURERERDREVEQ0JBQ0RFR0VCQ0NDQkJCQUBAQEJFRUdEQkJCQ0VDQkFBQUNDQ0UpKSoqKisrKysrKyopKistKissKikqKysqKywqKSosLCwtLisoKiwqKCsuKygrLSwsLS4sKSorRSorLCspLC4sLS4uLCoqKXZEKyoqKiwvLCwtLS0tLFCOdywrKiosLSsrKystLy6Bjo9VKysqKysrKisrLS9cjo+PhjArKywtLCkqKy06jI6Ojo5jLC0uLy0rKyosaI6Oj4+Pj0AtLS0tLiwqQXV0dHJwb29uLiwrLSwrKyssLCwsLCsrKysqKiwqKywsKyooKy4tLCooKCgrKysqKiopKCkrKikoJygpKy0qKCgpKCgnJyYmJSUoKiosKigoKCkqKScmJicoKCgrdXWUdHFpkHhqYWdgc3CTcGOFc4WBhYt0Z35qeG15hnRneHxjd313hHhzZG9reYKDeot8hWd0dX2kb259jHWRfomMg4eJgHSu0IWHcH6NhXySe4R6bY6D39eSfYyIfIN9iIJih4N4x9DYtoFsc3htjoVrfmJxscbS2suiiYN9eYJ9fX+Eed3F1N/g0YmObGRxe3CHks7e2NPO1tqYh3R4apKXh5aEloaOmJqJnnt9a3Nti4aEk3qGgG6Gfn6FenF2lo51eXmMj4iOcZiYjpCHf4V2ho6BlY+Rf4t5c4t8coKOgnN9cn+Adn1zhG2AdHaBiYh5d4mNhHd9jX5+jICCe0NXSENFWUtBRkE+PEk8NFFGRElMTEVESTlDOjxKWFFDO1NJUzEvNEJARU9ETUVQTVBVTD1APkk+ckVIR05GTkhWS0hPTEpEZJNVXFBkU1JNSjZPRU9BZqnFfGRZPVJBSEFHRFViRp6tv6k1RlgwTCpWUEVfToLDv8e0gURRRTxARkpgVXK+w77CvrBYU2I4Vk1TVUOkrcDMvsG+a0tGNSpGS1VSS0ZRVWhoYnw8Uzg2R04/TFlUT1BTVU9YYFBAPkRMTj9JYlNSVEpFU05LRz1fVk5ASmBdVE1TRD0+QThHVFFHTUJVUDdNR002Tzg2TlFMP01STltAQFhKXmVSQ0c6NUk7MTdHN0gtKDMjSD1IOylALDU8OCsvNiEyPjpOVDo5NkU0KSk0IzU+NDk2VDcqMzc9Ljc/P2Q/NEU8UkVEPD9MNDs2L2WQUklALkdKQ1A4OzwoPUeuq21JSUJCLTBQSSw+Qj6IsqqZKTYvLT4sRzgzLCpsrqWsrWxFPUpANjc+RUg9ra6tqrCBQ1A8SURHSUxJhaG1q7qjsl0tMzs7RjVDS0xEQ0BeX2N5LD48Hj5GO1BJUE42NkY7Sjo/Py80I043OVBUTTwzOkBWRjoyPjc+OENWU05VQTFEPS05QlkwRC0sJ0U4Skk5Q0RRLzpMOTZDTE5YTztAOy82OTBKdHZ3cW56bnN2eXx6dnx3em90dHV0eHZ6eHV1en9+eHtxc25wcnNye3p2fHp6fnR/dXF0eHZ6bIiOeXZ2dXV2e3Zve3R2dXa6zHd4dnh9gH11em11cXqQ4ueqfXR7enh5d214dW9wuPHq5Y93eXx8fnNtcnVyjeXr6efOeHl+eXt0cHJyernn5ezs57J4dHt7cnV5dIjW0svGwLKzlXZ9f3ZzcXJweHh3cnZ6gn56fYRxd3J/eHJ9fXh1enh4e355c3V0cWx2eHh5fXp4en98eXNxcXd2d3h4fXd7fIJ7f3lydnJydXp8dXl9fXp+g3l4dHl4dnl0fnh5dXZ7f4F+gGxqbmZob2ttcmpqaGp0dm9iZ2ZkamZraW5yaHFvb3BtaWdoa2dnaW9rcHBsa25ucmJla25qa2pxeW5rbGxudHNtbWpsbWZpl6NranNvb3JtbGtncWtxcq6vj3F0a2dvbGhpcG5rapmwrq15a2prbm1qamNsbHSyrrK4qm5udm9ubG1mbmWRqq+ztLOWbm5wcWZsbGt3pKqgnJiSj4BudXVtZmhmcWdubnFua29sbHNvampobGpxcG1ubWdsbHVzdWdvbHJlb2ZwcWxsbG9udG1oZ2xsbGxra3VuZnJqc3ByamhvcGd0a3BscnBxa3NucWttbG5saXRrbW57cXFxc3E7ODZAODxAPDkyPTw8PERAMzY8NT01Pz44Pjc/NT08Pjg0PEBCNEI8OUBCQTU1NDc5Pjs2OT43UU0+Ozw8PDY5NzY2NTY9Pn+GRDk4PD9APDk+NkA2OEqeonA8OD86Pzw8ODk8Pj55m52dSEU4Oz4/Ozc0QUBJo56gooY7Pjc8Qzk6OTpAcZWgoZuibzk7Oj02Ozs4SZGHioR4cmtMQEI+NzQ6NzY6QDs9QDw/Pzc6PD05PjU/Ozs+OThAQD9DQDk5NzU2QTtDPDg/OTw9PkE7PD87Nzk8Pz1APzw5QkI+PTs8Oz48Oj8/QENBQjxBP0M/PD4/Oz02Pj4yMz9AQz1AhXt4eHOFd3SBc3uGgHx4jXmBioGIaYF+c3x7fXx/eYOBeXaDeIFqe4B2hJKJd3VwiH14hoKOgnp7cHh0eIR6inmCh36UjYeMkIqLeXiAcXp7f31/tPXs6+Tj3np7jW5uj4h8dsTm9vbo7954hnyEdYB9gXPH9uzt8fPrd5t0bXSDfpFzwf/g+efi2pCSjouLgn2IiM/o3/b64Nh0fHl9eX5/g33N9+Xj4/Hfcmh5cYN7eIN4mqezn66hpHR3eXWCfnSLj3tyhHV1jIJ6f3pyjYByioOKd3yFgYWFb36IfHl5fpl3gW17hHeXgoqBdZF6jYWKeY5wb392e3xzeXGKfl9uY1laYnplXW5uZmRybXhZYHJxanBuU11Ya3hvX19ldWRzc3hYZFZhcXNma2ZpY2ZpVmFyVWFkdXp2bHpzXHNpdFdUhXZqfXx6dnVqWmddXWZlZrbBw8fAyKpsYG9ddGRybluyx8+72b7Dd2lmXm1wXWVfnNXcy8bCtXlnZ21uaXJsd6DSv8PT061vZWp6dGVuZ2G31NjGxMDGaF1gW1ppZn5eq8bO0crLs2xqZVlrWWBcbYeSi4yIlY9bX2xka254f3NpZWNkcGZpWW1ual9VaWZ4fGBeaXByanVob2JgYnR6a15gXWVxcGd2WW9xWoOBeH1bZWBoaGVqX2FfXXwoKxggKBwmLBwwKB43NSY0JC4wKSo6JyUvIjMuNTsuOSgrNzw1KxMtMSwvJkIgMi06LisnKjEyKCguKTw+OjohOzcpLEFBSUg6QDM0Lzc+LSI3LjJenp6VmpiQLyUyJDktDBUzZ6upqKCWmjk+LCcoODMkL4Kmlqqck4c1MzU1Py86NSN8oaSWooJ6PUQyICgsODIrcZibo4+feTk6Mz0mLisnLW2Tm6uHn4cfJjknOywsPC9FT1peU2ZUNz86KjknGjo7JxxDJjI2KC9BKi0mJTcyNDctFy8wOjxPMDQ5QyszMCwoOS0wJEU6QSw6KD0yIjw3KDg/Ky0zOygrMSQuaIR4emV1a3VnXWZjYl9neHh2cnx3dHR3X2ZjeFVmY2Zqa3libmt4cXtlZ2RedXhzbmBoeHVscF9cYHNpbW5sgHRkXW5ihpSMbX13Znt8enmCd3BrV9nZ2NfV1chxhYN1fGR9a2jn4tva9Nm1ZmJxeWZnbm6H4ObV3uLds2xuanBgaWdekubH1eHY1qFxdYB4b2Rea6Li0+HP3+WMdHloamljaFSP4NjQ2c7To3Jka2BnWmpmnIGIrrDDwYRmcWdwXl5sZVRvVW9icmlwZGh2YG1pXmNUaWZlXnFjcG5heGxfXGpRaVttaF94TVt3bXNoYmpbTmlWY2RcaXJcW3VsZFtocGZvaFlxX1tOVlpXXmFqa3l4c2ZsamFlWW9vYXVkZl5WY2dhXmhQWnFSY2VxbHVralVqW1ZfXmBna2V1a25jbmJcYYJ3b2NhbXRecXiAaWlmbVvXus7Byruoa2lvbGxfZmNrxL/Ay8C1pVlsX2praGpjdbvLtLjLx5JrZWpsYXVYX368yLjCuragX2NdV1ddZnJ9urK9ucash1tnX0dlU15dg86/r727xYFjbE5YVFFUSmqEjZCrqbNtel5ka1pTVlRTXlBiZGh2W2h3XlJPW2RkYFlHZHNfbF1XZmprYmtWWVZNXkxbWE5qcGVrZWFlTlpfZFViVlhXZVhUYmIrIT03ODxKLjU0Jig6N0IrMEIeNz4wOzk8ICg7KjA1Ly4uNTs2OC8mKi45Kj0/PSk5OEFALScsMyg8Iz4qMTlDIi4xITpSWz0sOUI+Q0E/Rzk7HTA5uKafnbOkjC05OCtDJywlQquwvai0uYYpMjBCLTE2MFK1tKylpK+CNjA6LzU2JSlGuKG5oK6jfzk6RTgmLzA1YK2zo7SpqF09ODw5FighJXOnn7a6nppSQh8sOhsqIjJIWGxue5CKPzhDMC0pMBQsOxglKzQyR0JDLEIzIjIpKio6Lj85LDZANDA0QSojKy0oGy4+MSg0PikxNC01KigiKCw0MyYoMzUwHzYkcXJ2cHVwanF2dnV1eHBzbnBzb210bm1wcHdweXZzdnV3cG1wcnNwaGttcG93dnNycXBpbm5ubGxwb3F0cXNycHNuaWt5d4CBgYOIiHBqb3FubW1sh8/QztHP0ZZta21tbm9vbYDQ0NDPzs+ba2lsbGpxbnJ7zdDQzszSm2xtb25vcXBvfdDOzczQypptbm5ta3BtcH/L0MvMzs6WbXFyb2xtbG92yM7Ny8fJm3BucGttbXBtd5qdnZeYkpFpb3Fvc3Bta25tbmpqbnNraWppa21qam1tcGtrbGxtbWhpaGdqamtsam1vbGpvbGxsbWtsZGttb21tcWxna2xuaWhmaDs+Pz9APTY+QDxFQUFDPDo+QDg7Pzw3OEBBQkE/PTs+PUM5P0E8ODs7PTtAQUFCPT1AODk7PDo/Oj8/PzxBOTs9PDo7SUlPTk5UWFU6PDg9QTw9PE+trKisqqloOT05Pjw7PjxRpqurrKuoaDw4OTs6PDg+Tqanq6uoq2w9PD86Nzs9PE6oqaqjpadsPD07PDk8PjpPpquqqKeocD8/PDs5Pjo8R6WopaSopXM9Pzs9OT49Pkdwb2tqaGdgPD08Ozw+PUE8Oz07PD4+PTU7Ojg5OTs+PD1AOTo5QUA6OTc9OTc8Nzs8Pjs3PUE5QDg3ODo8Ozo5OUE7OjlBQDg6NToZIh0mHiAaHCMjJCQmIyAiIh8eIB8ZGh4gISEiKCAgHyIfGx8gIRwdIR4iIykiIx8iIRweHR0fHh0hIyQfHh0dIh8dHCspMjE4Oj4+GR8aIiIbHh83mZaTlJmUUBkZIB8gHh8aNJWWk5KVl1IaHRwfHh8iITSUlZKRlpRUGx4cHRkgISE0lJKUkZOSVSIlIhsdIiEiNZGTkpeSlVYgHiUfGh8fHyyUkZGUk5BcIB0mHyMhISQuW1hWUlFRTx8dIiAmIiIiJSEeIR8gIyEdGiAdHyIgHB4cISUfIyEhGRwgHiEeHxsbICIeIyMjHychGh8eHyMhHyEhJCckIyIiHR4ha3RuZmtrZGNkZW5kamlmaGdqY2tgb25lbltiZGZlaWVpY2doa2dob21ham9gaFhqXWpwZGlwZmxtW2JfbmhsZ2xucmRma26jwnthbG9nZXFsbGZmbW1ptdF3YWhqZWBab3FaaG1sYa7Sf2xhY2luamhuYmhqc2O4331ramhxZ2hsW2FqamVqq9aBamRnZmZjYmRocWVhbK7MeWRnbGtaa2VoamdeY2Sxz3tmb3Jsa15pYmRlYGFmvNZ7YmRpY2RlYV1jY2ptXZCUcWhha2FiZlxqXF5aamNqamlrZ3NoalxnX2xvZmZfbmdgamxbY2VocWBYaFxpZ2phYWRtZmJkbk1KWFZRTUxQSExMU1BOT1NRUFlRRkpQSFtSTktPU0pTVFVTS11aS0xUT0tJTlJPTlFUWkxVTExTUFJOTkpLS1lWUFNZWVFalZ5sUUtQS0tNTUhQVFVQR5SwV0VOVExVQE1XS1xZTViHsGBHVVBSSlBZTUJPU05Li6xbR0tXVFNQUk9KUVlJUo6nWVFZUEVTWVJMR05OV1aMsGZFUEdLUEdKTU5EQk5PkadfSVNVTEpLQ0tJUkpNUYuuW0xSSkw/RUVOUUlLT0l5elxJTEtLUUhBRlRESkNMUE5KTUpRUlRZTEtGUE9WR0hOTldCTkZMTE5QTEhRRklJR0VATUtHU0g2Qz0/Nzw5MjorODQyNzc1PS47PzQ7NEM2OigtOCs6Ojs1Ojg7KzE2OTsvNkA2Ojo5OjRBMkA0ODBAMDY+PTY0M0Q/Pjg6N22JQDk1QDQ7P0Y2OUA2PjtsiFQ8Nz45OTJDOj0/Okc8eodJODo3Mzs9Pzw0Ojw5On6LQDIyNkI9NjY0QDI3NjtwhEg7NTQwOjg1NzcvNkE5eZZHOEJAPz06ODY0MTI2NGeLSzZGODc/MTMwPTs1OzZ1j0I7MTY9MTM0Mjw9Jzc1XlxGNT47OjEyNDs2PT01Nzo7LTc5PDE2OjA0LT06OTk4MzQ4NzQ4Mzg9Pzk1MDYsNDsvOTQxOjk3a3F/e29vbXF0cW5rYXRuaGh4b3dvfHJybG5ubG9tbWlvbWh3dnFlcndsb3JrY29re2ttamJzh5GRdGVibWhwbnRtb21eb4C5lWFka2VhZl59ZWN1amqLtZdiZmhlXmNmcW1iX2Vxg7ydenFbWVxiZm5mam1gY4u9nWdyY2NgY3BzbXhhXWKHvI9XYGxhcmtwY3JqZ3BYhcOPbGFdZW1yaWFmcmttbIm/lmNrW190cGxgamJlZ2h8topnZGlpaWZkcWFmZmRdbWFTaGlpa3NgWXFxX2ZvZ2RlbGhdX2tnaWVob3B1ZHBybWFdWWliXGBjb2Rma3NtaWtvYV5kZG12WVhiW2JuUmxlWWBcXFNYYGNYZFZVWWNgXl9hYVtgWlFeWFdPX11JT2FmYVBZX1xaWlNeXlZdV3WCgF9gWGFUW1xRWFlbVVx9sYRZXFJRVkdQWFlUWlRTb7CDXVRLTFRKWVNRUVNTVoG7hF5dW0FRVEpgW0tYUGJ9rIBVVU5PUFFRYVlWUkpUcLWGVEhFW11SWl5VXGRSVm6qh1pZSUtOYVZWSldQV1JxsntRU1dTWFpUU0tLXFNPdKB9WVVPT1NRVFRIWVZUT0lOTE5TUVRNWVZWVVRSX0lYV0lRUUxUT1RiVVNbYWVfSFpRVlZOXVlQX19XVl9eWFVTT0RQS1hRUlkYGy0rMCstNCYqKSkdJC0tJB8eLTMnGSEgLyYrLSQoHSogHC8vHhghIB0dLCwaGx4wJhUqICpHV1YlLRwmKiQaKiYoGhMdTJFPIhoiHB0hEicmHicdHUqDTxYdHRAVHyAcGxodFSZCfFEsIQ4WER0cIy0mEiMeVo5WHhYjFRUfGiYcJyEbHTyHUiEfHSIhJiAhGSMeFCZRklAZGx8hHCQuEx8lGCMeQIlPJBoaHyocIxkhHBghH0d7TCcdIyghHSgiFRMdGR8lEhUbGxogGR8ZGBgfHRslJSEfFxspHiAeJSEqKCkbHyAcGxoYHyMcKSEdHyUjKCAjGCEaJSwfISYYZ2BuZGd0cIFscWx9eHFxZ2huc15ma2h2YGF3cXlxd2xhYFuDgntgb31ub2VvgW1tYnJ3b2xjfqKqbnBpYnttbXBoZ2p3YYTt3nNwbWt0ZHR1dW9qamqD38hndG1ub3mGZW51bndujNnEZWprcWtqcGp1YWxyco/syXhreGR+dWh7ZnZkZHiM7L93b3JqcGh5bGl1gG91pN2+aXpza2F8eXJrcmpodqLivGxqb3Bla1pwbm1ffW6a3LJ1dHBxa29pbWxefmx2ps3CbG1sam1sWG94VXaAfGNwb3N8Xm1jcWpqb2NyXW5mdXhnbnV3aWxqZmN6YnN5dXBraXNxd3J7cEpRT0tcXVpFTUlPVExNXVNHXFJISk1LUlFSSE1bS0hPS1lYTFNaTlRTS11STFZPVFBSWFdFSWOQlFhJVktOUVBYWFJDQ0dv7MVgVz5NRVFOSkxFUVVLavDGTUpTTldSVVZNQ1dYWX3h0lFXUVVTVlVgVklMUFeC2MNeWFBHV1ZVUVZaVVJPeeK/WVNTQUpTR0VSYFJNU3zjtUVhU1ZSUUJSUllgWFKP3bZLT0pJSEI/VlRAU1RLh9OsVk9ITUZSVT9LUFZXUpDJu1RaUVFWV0NET0lLTVNaUVZSTVlcT1FEUkhGVkpKUU1PVEZVWENVUVBbSUlKVENeUl5VU1hWVV5HPDFANz9WPUhDRUk9P0hBNEszTz1JTEhHQD9HMz5KSDE9QT1JTD1OPUpFNEY/SDQ5N0FDST5NcH1BR05NTjRISD80MUZBPqiVUEVJPDFIRUw7Q0lBUFKlllFNSEZETkxEOTNLRkZcqaM/SklIVURIRUVFPkRHWZyMRkU9OD5GQ0FKOzk6UGislUo7UERHM0RBRlBCQj1upIJQPEQ/SkM4QEw7TD44eKaOQD5EODg5S0hJTTZDRnyqf0g6Rks+OkVBPUdHPUJzmnBERUU5MDRCQjVJQkY+Qj9FS0tGRkVCRjtEMEY+PlU9PU9CRTtLQztHPDg8UDpIPjg8SUBLUjg9YXZsZG1ibWd3YVlkZ2RaY2lNVGpYaWxhd3JgfWtqTlVaY1ttbGtcYWViaVZ+W2NObFNsXVBlXK+nnGhpaFdUWG9lc1hdZFfE0qJgaGRlZ1Vbc3ZkUlZjsOCdZ1dHWmFablxodXR+fbfMj5uKoFNQWmZsbX/ezM/M2tHRz8tGTVNfalNQ4eLX3snIztPEdGBka1dQWltsaq7crW9UZFheU1tOU1xrTkek0613blliZGhZUE5aaFddp+a7aXVtXWFPbGVHTFJiYomYj2h6cl5eVWFMY1JhX3Frc2JjWlVwXF5jXVlkb2Z6XFtlYEJPTGFoVltNZ3NybVlkV2ZMWW5aWElWWlxUUFJUUFRHRDw5SVRMSEFJPGBYYkZMW0hJPEpRR1NKQl1IUlZeW1U9TjRWPFRESVg3R0aEg2tITzxXST4/SkFUQUpbmrKAQElPSltDTFVFSC8uSpm2fkxPNkxHQ0ZGRlVpWF+FtIKAgnU6J0VbTUdcqa+zrrGcmqiTOz5CPD84VKqxrammppaZkk1HOUM3OURWWEqTq29KQFFNSkU5MEJGOkozip6EQzhGSjA2QDQ3R0RASIiimUZVTjxQS0IyRkE5VUuDbVJWRjlSVC1FQUZIOUtnTEtBSkhERj9AM0xBWVpTWFRETk1PRUxBRDU5TzJMU1BHRExJOUhJUUs9Q0M8PEFITDtCMjtMHSYyOTk2KjU4OzhTPjJEMUMsIkY8MD5COkNNRUs/KDwrHCQuNDY/NzA4dXFTPTovNSMmKktHOisvN4+pY08yJy40OD0uQkgWHCeHnGo0QjYtLSQ3QzY5TEU4iZdqdG1lHx8xIi8wO5aCkIKTnZ2mjy8qNCgqLkKKnJWdj4SVin04LzEuNDctRz88daZoRSQyHy0sLjMsIy8jKmyHbjs+Pzc1Rzo8KCcyMSJmlGs2Oyc3KjAkJjEiMj47VGBUSU0/PjUhGR0oKS43NjY3KDc5PSstKi80RzYyQ1s5NzQwOTkuKjknKxooODpJPS00PisvMUAfaWNkVnJbY11tbWlhWWhodmlfVWZnaVlgb19xVmxxZnRXZ2lrWGpiYGdraWlucF9hYWllZ1piaGxlV2xtbG1qYF1ibWN0Z3KitG9oa25pZmJWYlheX2RttLFqYmBpam9nYGRiXGdxYruwcVlpcWBga2BfX2aMjZS4vqazo3liaWFUZ11dtri7ubS4ubmIXGtgX1RlX4SVmLG5hXiBd2NiVnBnamNla2qZuoddYWhsZ3NiX2RlXGdemK56YmtmYHNdYGZvbmVrWpeNj2JsWmBnWV1caHNmW15ZXGtmZ15hcGtiXGBkVmFlZF5nXWJna2BrV1ZcWW9naVpcXlNYV15lbExKVElRTUdOX0tJRE9VSlxUWEZKV0hHTlBaTVNXVFdPWkxVWEtMRltSRVBTWl9YVVpZVEtHWVFNTUlPUU1STUtNW0dGQ1BXk61dR0toUU9ORFZKVUxZUri0YlZTT1BVU0ZUUEtcVFK7s2dPUk5TUkhLTkRMiX6MpLWWpbBrQlhfT1lGU6Wsva2vsKawd0RQTVBORlCDjn2ZqnB9aHZMSkxORFNKUFNAo7ttQktMVlRUTURLUl1MTZCsc05FRVNKV1dKTldTTUCAenpMSExTWldGT1NPTUZGQkVPR0VIU1ZaWURQVFlQQEpGTEhHSFVWSU9UTE1WTEtNSlFGVV9KSFscGR0gKR0fIRonHiciKiM1MR0VFiAhKhIVGRgnJjQhICgYERkXGCUsIBoiIS4kFh8jJiYkIRwPFiIeGholHzArFiEiGSgiK19YKxcdJiUUIhcVJBkgJSJtZi8WHS0dER8YFxcWEyAaaXskHgkkJiUhHBUiGUdDVWVnYWdeOBkdIR8mMR92e3VpZ25gdT0nKR4hHCceSUlFYnY/QDkxHykqHx4sHRwYGmFoNyEaGRUsGh8hFA4WJiBVb0IWIRAVJiAoKikeGCYdTT1GJBwUGi4mIxsdJiUXEgsbLyEdIBweJyIcIR0pKBcbGiAYLSQjJh8hHiEiKCAjHRsbJB0fFx0YeoWCc21vbXB2fn6EiXd/fYR+c3FwbXp5coF1d4R3hYVtgXdybnd9fH5zd36Nd32Df3ZwcG9/e73Honx4g4J1hoF9cHF6e27J3K52h4aAfIJydmh1dHRu0N6XkH91f4F5eXFrhb+uss3hqa6onYZ7gHN4bI/P2NvY2Nng5a+Ag3t6e3OVqbGt3srEytSpfo12dWx1fnl/iOPgk4iNhoeGdXyCd4aHdZLb0omDgH2Kg4hubYKLjY+NxdWSd3yGeoSLZ3V4dIGPh357dIB8dYF+jGp+fYGJloeEdoCJfXWFi4BueHGDhImEkZCIhHqHe4eEbnx8fYGLh4ODjYB6jIiVkV9eY2hYWWVnW2dmaGZpal1mXWNcYFdZW2tka2RgZ15ZYmlfVldXUF5fYFVrb1dcV1hiZFNaVViwroZpXmReX1lcYF9cYlhlqb2GXnFzaGpuWVFcWVxeXa+8i2lvampnZklUU2ugpZO8x5eDi4JmcltbVFdzt7y8uMjAwsKeaGVqVllZc42Kmru7q6eskWlrbmBYXGFcX2q+y3VfXV5iamVYZ1ptcmp1ubZ8a3BVaWVsXV9kaXBkd7q5aG1pV19lYWVcXWp3ZWVrXl9oaGFiWV9gZFxqcmRvY2dlZ2VgbWtrVlRgYF1namVqcWhnbGJ6amBZWWZiaGRgbmZqZlxkc3E0Njk3KiksKzE7OjY3LzM6PCk7MDEnISotJzQuNywmMSszKzAkKysvLDYwMTcwOS84NCoyIC0pf5JdKy8zMS4oLzEsLCYhJYWeVy4tOzs6NywqIycwLySPm2A5MTo1OTUdGiNGgIRun5ppYF1iMjE6LiwkVaCko6ejp52pdzE9LykzIEtrcmyhrYmNm3Y0PTQmLCguMjI+oZpCODYvMDEsJC0zMT08OpmdPzwuMCkpNiIvMTA5REeVnEY8MSslKDQaLDI1OjhBLS41PDs9NS44MS8pLSo6QDcsPDk1ITk3KScgIzU3MTZCOzIwMio4PSw4LCEkMzg0OC9AOy86NkU1XmNubWxnY2VSWFJkbnRtdltrbmhqZ21gWmBdW15sdH55cnVeaF1gYlxpZmpobH93bnB0a3JrbmlwbnFna3VtZWtqam93bHKHfYF5c3lyaG1eaWdqd3Fxood7c3Z4a2xnU2Jfdnh7f7OagXV0cmdtX1poYmmQtq60vaqmknR4cWxfX2tqaoqxsa6leGJ4cXVtbGZpcW+AubqxinNmbmpqbWdoYWJml6OAn5VvaWljWl51bHhrY4FlamWPbGdsZFxuc2lsZWJYXGNjaXd2ZmpnamliaWRhZGVcWmVvd2V0ZWtmZWNhZGBsZl5ofGpwZ2hiY2BkYWVxbmRfa3FucmxpbS4tOkI/LywvLxsmNEQ4NEctNzY4Ky42KzAgLDM1OjlFOUFDMzUpJyswLzAwLEBNPDcxOy1EPjUzPTo6Mj0+NT49PDA7R0I2WUo+QDhJNjQwMik5Nz9BSnNUQUFAOUUqMiYqLT5HU1eSZkRGPj03NSohLzIxb5SKh4iCh2o9OT02KjY4PDFYhYKNbFVBS0hIQCk3MzY6SY6JhmA4Mi85OjIzLC4zK2l1RXtoNS0qKiwpPEQwMDxTKC4vYjcxMTMpLEY8RDQzHyYtIzFLOjM2MTU/OTw4Kio2MSgzPzEwKy41KS0lNiw1QTonPkI/QDMxJjImJiU0NDY1Kzg+Nz09QT8YKTE6NCciJh8WIR86OjAyJjEsNCEmKyUkISYfKTAyOicrNy4jJykuLiItJCQ0Nz4qMy8qNi87OzctMDkxMjcuLzAuODRAKk5JOjU5NjcsMyUnJTk0Rjh6V0EuQTw6KCcbGys8S0ZThGRBOjowLzQqHy0rNGeDf4OBeX9oNjIqMB4vOC40WYiNiWZCNDM9OCskLiotLEeEhI1KMzE2KywnNy8tLyVmakVwYjIuLSMpLTc4MzIlSiMiJm02NCgpIicrODwmMyEaJhYmSCwjMSg6Ki0sLigsLSYmLjgyJyokNCYfHyMjMysrFi43OiouIysjJCIqLikqNiIsMzYyNigsbmduamZoZ2FteXV6fHxvdndtbGplY2Fga3J7fHZucWhla2RhU1lYZ2JqcXVrcGxvZGtoYW9oX2dmaHRubmpsZGRoY2FtYV5+iWRsbGxuaVtbZWdhalxnwahoZm1waGliX3KFh4NzaPHKandsdW5oXVxia2e67uvq4d/Y0IRpaVddY1lkaqvo6ezgnWJpYlVeWnRpZVx629/uq2VwZGFjYlxtaWdZrMyHw8Fpa2lrZWRcYmJXZKhZXW65b19WbmdhXmBYY4phTF5gXotZXmNiaGJkWF5cVl9iZV5fWmZgXlVXXFxrbWVYX19oYWdfYFNTV1VZV1peYGhgY19pWFhYX1BYY1tQR0lXVVlaYVxTUVFSX1xUUElOTF5fW2VWYFNSUVlMTT49P1hWSmNVTlNcXFVSSUxOTkFQVVtdUlRPVFBCRUFUT1VYa3NSUFxIUFRMRU5UUEVNS6CRRVpXWVFPUlJLX3FsX1TFolldX1RNS1NITE9OksjDzbq6tKZ1S0RJPUhGV1GAw8DDyYhTW01KR0RHUk1LXb3Qt4VXV0hQTko9T0tNRZa2c6ysUUpNVVNNSFBGTkSJS0dQjkxISE5TSVVQSUFlPT5CR1NrR0dHSUlPRkZDS0VDQURMSktLSEZITEpQUFZMQ0ZLTExJSUNASURMRk49SEBRQkpIUUZOQEU2O0c3NC86MThERlJGSD03PUM7MSw5MytCPz5BMz42Ozo8ODclJyEwOzk7PEk8RUArODMsKTM1KzZCRD05PUA3JzMjPDU7O0dXPD04QDMnKTMyNzM2LzqCaDxBPDowNS8oN0hUUUFBo4hAP0A5PzBAMzAvMnSnoZijmImLVDUuOC06LTQ0YqSWqJhsN0IxLC82NDIrKFCemZpmKzkwRTw1LC80MCtzi1WFhjk2Lz05Lio9OS0uaDYnPYM9MSs5Qzg4PTIvVysiJjUwSCwvNDE5NDUvMDI6MyovMTkxNjkoNzkyMzE8MjItNT40NTAyLSsrLDE9KTIzOUQ+MzEoKCwjamRdXHBuVGldZ2VoaWJtamxoXGtaUGhbbWVsW15bXV1bYnZRW1llWV5dbWBobFxkV1xla29cYFiRY2ZcX2FxY1hZZldbXFtovGF0ZVtebU5lc1BaVV5ef8hxYmNeUVddZGFfV5HEpJ3HmpKTbHNWWWFlW1hbc8a7y83FhF1aWlxkXnFoaGGJycq5aVpjY2JKbFtYXFtiwMC01mRaTVtqTmRaSlFbipBsZ6aLWGhVXGFSW1dWX2ViYFpekWFZWWZiZVZYbWRgYVtNXVlcXXdgZlxhaWpoY15hYFlhWGZlT2BpY2dkWl1kYl9LV15oXFdjVWRaWFVvUWFYVU5fW1ZjakJHS0U+TVJZOzVEOUFENzs/SD1FVzk4QEQ+PzY0OUY6SEY6O0o9OkY/UUM+SDY3Pz1LQURGUEMxXDhPRzI+QT1OVVJMRTs1Lpk+RT0+Q049SDY6Pzg2P0SpRzxBNkY7S0Y4MDRUjXuEknhrXFZQREdDRFBFO06imJ6hoVxARTk8OkBCTjpBcqqmhDg3NDtINTtDMTQ+R5qRlKFVOkFGREhDPkA1Ol5kQlFia0RKT0Y+PEwxPkZhSjE8QVM8Qko5S0xNOUhHSEswQE1GP0g8QzpMSzwuT0dHQ0Q1QUowMz9KQUw6Oj9DP0ZBOD5OOkQ5UUk7SEQ9VTlGVzw9OzhBRlMyJzQwKDY1Jy8nMTYdLCUpMjE0LyMmKyUzJC83LiYjITc4IzohKyUWLSY0QysxLxgtGiUsKDAmJVU1NCMwMCgvNycuGCgeIR+FIx4xFCQ3LCw2KiMzEycumEcvIzgpLC4tKSkpSYByYJJoT0pALS8vJhwrJCQzk5WRn4xLMDAjKCwlJTg5KWStloojPR0hIzU3MCwkRiaJhXWcNhkpIC8oLCcjKitGUSojY0cnJiIqJCw1HSszMi4oNjRcJSotOTQoLSkqRTExLhooHCI1MxsfMCgxHCswICAuNSkqJDYpMR4uLjMZJikiMTkyHSAkJx4xHyUVHyIpNTQmKCUvPCozbG5sbGpqbGtra2pra2xsbW1sbGpra2trbGtpamtrbWxrbGppamlpampqa2tpamtrbGxrampqaWpra2hramprampsbWxrampqa2p8amppaWpsbGttiWppamtpnWtqaWhramtraZ93amxqarB5amlpaGtoaGigpXVob5q5emdpaGhpaGZoiLm4sbi5rWhoZ2lmZ2ZnaWicuLi4tH5mZmdnZ2ZnZmhpaYGRim9mZ2hpZ2ZmZWdnZ2dmZ2dnZ2dnZmZnZWdlZmZnZWZnZmZnZ2dlZmVmZGVmZ2VmZWVlZmZmZGVjZGZkZWRmZWRkZGNlZGRkZGVkZGVkZWVlZGRjZGRkZEtKSklHSElHSUpISEZISEtKSEhHSEhISEhISUdISElKSkpHR0hIRkdHR0dHR0hISUlJSUhIR0hGSUpHR0dISElJSUpLSUdHSEhHX0dISEdJSElISXBJR0dIR4lHSEdIR0lJSEiPV0lHSEiiXEdGR0dHR0dHkJdZSFCIsFpFRkZIR0ZGRXCwsKawrqJGRUVGRkdGRUZFibCur6tkRkZFRUZFREZHSEdle3NRREVGR0RGRERERkVGRkZFRURGRkZFRkVDRUZERkVGRkZDRkVERUVDRERERUVERkVERUVERUVFRENDQ0NERURCQ0RDQ0RERERERUNERERFQ0NEQ0RFREQVFhUUExQUExQTExQSFBUUFhcVExIUFBQTExQSFBQWFRYVFBMUFBMTFRIUFBMVFBQWFRQUFRUUFBQWExIUFBUVFxYWFhcWExQVEysUFRQUFBcVFRY7FhUXFhRVFBQWFBQVFRUWVyMVFRYVaicUFRUUFRUUFVlgJRYdUHknFBMUExQTExM9eHhveHdqFBMUFBQTEhMVFlN4eHd1MRMUFRMTExQTFhUVMkc/HxQUFRQTFBMSFBQUFBUVFBETFRYTExQUExUTFBQUFRQUExQVExMTFBMUFBMVFRQTExIUFRMSFBITExUTFBITExMVExMUExMUExQUExMVFBIUExITFBMTaIaBgXR9b3RydHlxgnRua4Jvhn+Mb3uPb4GTiYJ9hXh5antwe2+Eb3+Fdn12eXZ9e21nhnd7g2+Dfph5f3mSfoCEZHSlgHSAiXqQkHt8b3p0Yn1tyI16jH57o5pvcnqEeoOCj7yxgIZ6n9qchIyIbHOAe3W32LyosODNk3p6iYKBbnRvjt7UwOTQu4t3d3qEZnp7YoKRxNa9qJF8kWl7dGtyhG1winF/hJKEd4OOjYZ1d293fWt4f3l0jXGJf3huc25xf3hxe4SFdnCPe2Nwem96en19bXeJgnuCdmt5iXtwhXp4dWuDiHRrdnh+doNze3N8j32AjoGJjX1+c22GdUpgVl1cUFdVSU1fS2NeQV5HUVpOTFdaTl5bX2RKZFVMP11fYmRMTVxYdkxjVV1qVV9dT0xPRlVdVFZvUEtKYFlMXkRaq2pmVlpPgnRFV1RXTFBWRLVNXGdsUK+DY1tmX2JZTVnPo1xaWoPJn1xdVGBWSk5Yscy8p7vD2XhbXGFSX0pRT3rJysTc5bRTYU9MSVdQRlFXb6bLv4xiX2dZXmJTQExQYGhTQVtSSGNjbVxfTkNVQ1dIT15UWWBSYVJiTVBJYWBcXUhWZF1TSmZQVUdWVl1JWGdNaGNNV1xXPl9XV2RcYFprV1NOR1BjT0tYXmRtT15TTkpUV1BcWlVZUmM0TVxSUkdNRTY8SU9GPjhMQzNIQEFOQklSSVZNPkA3PUA7TkVBRk9ORVVNRERIRE1BPTxMSE1JS0hPZUs/UlNIPT9BQ4BNSVFbRmRNR0RNSkFRPkGXRk46SFB8alNIRzdQUFQ1qXFVUERlmHxZQzs/UVI+UIGqiH2IoZp1P0U+Rk0+KktYl6KgopONTUg4TkU4NkJTT2KEnpF4UlhRQ1M/LT1EKkZDTkc2SUpJP0JGOy0zPEk+R0ZFSD5EU0tLSDtLMzhMQS9IUk87QTY/NEVCS0FFP0JFSkBNQTc/Pz8wSTg6RlFKTDdEOz0+RVM1OFE+UUNMTj1KQEhHSERHSkI/hIJ8hYKBgIp7gId6eYR7gImEc4qDfX2FgoCJj4B4hX6AfoJ+fXl0jYOFgneBgH+MiY+Mg398e39/f3iLiIiNfpOIgot9jH6EgYOSfYqBfYGLiI1+tIN8h4GDiq16dol9iXyChNSqhX2De6PEhYKEg5V/hnvP47J1fKvot3xwc4iCgHx6rOrq3+zp6JR9dHt6goaEgHa37+Tt576Be3pxeISAfX2JhpfCvZaCeXN9dmqMgnmDeoB/fneDfXuBe393b32Af3x2eoR7e3qCfnN2f3xzf4OEgIiAf3l3gX2KfXeCg4x2hIeBgHN0enKBeIB5fXR+f4CChY56e314dHV1eV1RS1tSZFJfUV9mYVhaZWVfVF9hZVpaX15SYGJSXFxfW1dgVldba1NkZlpZWVtbYldiYWFPXWRXYVhjWFZZXlNVW2lbaGZbXF9bZ1FcVlBbYWVaXZNlX2NfYlmKXVhZW21WXGWbg11XYWGHlFdXWFlsYGFdpsWJaVWBv5pTTlxPV19aXoW90MLNs814V1JXUl1aVmJfn72+yMeaWlhhVWBcWlJfY2GBk5R6XVhaU1xXYF1SY1xjUmJcU19bWVBMVWhXY1ZZVFRSXVVQZVJWUkleU2BeXmFfXlteV1VVU05RVF1YYltbV1dbV1ZNWVdOXl9URlNdWlVaXktbYVVbTU1AQEc/Oy85QDw3NERJPTVCQEc8RDtGOEtDPD1ARDI0RkFCO0VHRTZANjs3PjgzPz4/Rj9IMj1NSkA0QEU6QUdKSDVARj5LRUE8P1Y5QUFMOURGP0F5RUJAQEBEaC1HQT1BQT09mHA+QTYybopFREJDSTdGSpq4bDdAb7aFOEY5QkRAVT93vLS7tLK/Xjw7QTNBOj5ANYjAucm6gT07OUkzRD5BR0w7XY+JZENAQDU7OFI+PTNBN0BKPDxCPTtBN0E8MkQ8MUQ8MEI3Oz4+PTY9QzxASTxIQ0NMNjtBOz0+NC89PUA0P0FFPEI6NC88MDEyMEhJQkQ/Qjw9OT47Ozg0Y2NhWlRKQUtUWF9aVFFQVGVfXFlZUklSWl9hXlpWUldiXVRYW1dTWGBfYF5fWFVXYF1aW1xVUFJXV1pcYFhRWVldYV9eVU5OllFTWFxVT1tUWVlZWFdZlN5vW11bV1JbTlBTVE5cj9zdul5dXVlWWVNUXFZVf93f3t2UWlRUU1hQXWRebX+KsqqosWhPUE9SVVhhVlBSVsDXWV1aVlNSV1JYXlVKTlDLz1BWW11dW11VVFlQTFNW1cRYWFxeX11ZVVdQVE9VYZakXFdcYFxcT1dUUFFWVVlZWFdSWVlbW1ZZVE1UXFdSVE5PS1NZWFpYVFJVVlxTTlNTU1dWVVdVVGRiXFtWSkRJUlheW1RRUVJjYVdYWU5JUFhcX15ZU05XYlpQWV1XU1hgYF5dXVtTWF9dXVtdV1BTV1dVWF5UU1pcXmBeW1NPTYNOUFdeVU1bU1dYWVRXWIS3aldXWVdTWExPUVFSWIG5uqFdXFpaVVZQVVlXU3G7ubu4hFpWUFNUUldkXWl0fpqUkphhUk5QUlFZYFhPU1altVpdWlZWU1VPVlxSSkxOqa9VVlpdWlpfU1VWUE5OVrKlWVZaWl1cWlJUUFFQV12Gj1lVXF5dWVBWVE5SVlhZWFdUTldZW1tVV1VMUllWUVFRT0tSWVpYWVNUU1VZVkxQU1JUU1VVVFI4NTEvKh4UHCQvNzAnJSMqNDIsLiwiGyQrMDUxLCglKTYuJSsvKSYrMTIwMjIsKS0yLS0tMCklJigqKjAuLScsLzA1MTApISBVIScpLykeMCUqLCopKitSjDwrLS8qJCsiJCYkJCxRiIpvMjIwLCksIScvKyhFiYiHhlcuKygmKiQsODA7RlBqZWRrNyQjJCclKjMtIycodYcsLSsqKCgsJCwvJiAcIXx9JCsuLi4sMyYpKSchJSiCdywqMTIyLCwlJiUjIykxWGMuKjAyMi8nLCgjJykpKiwtKCcoMDAwLCsoIigwKyckJCIdKSkuKy0mJCYrLSolIyYpKykqKCknfYV9hIh/g42BdnV2hX2Senl/gIyBh4uMiHxxeYaHhIeDgXt7d4yPkYmDeIiUd3KQfXOIdX5/hn9/gn6Lh39+d3N3e4B1iouJxXR/e3t9iYZ+e3x6eXiE4PW1inl2goFxgXd3goFusP/8/558gXqCd4JtcnNziez28//4not9cHJxan11fLu6vtG1rJ+WgX6HbnVzeX11cbL8t3l6fomAhoSEg3t/d3aT/r12ho2EjYiBdnZ0bHiBlfS8eouFiYWKhn5nfH5zjJ7G03yJkYmCjXR3gnhyg4F7g46FjomJgZJtd3p6e3eGjIWMgpCGjYiTeHR3eXB/gH6HgYCEjo+WjGFeUmpiX1taXkpfXWFZaG5jUFZVZ2FeW1dSXV1YWVdiTmNVYV5taGdiYWBZX2RaYkxcXVRVWl5jWlhYaFllVFVITllcXGBrX6lVWFFaVVlUVVNZVFBNVrzskVZYYGNcXmpNVVRTXIvn5fGLZFhVXU5OVFpQV1fi5Ojp52ldVE5aUT1NU2GomJ+8jX98bGVaalNWUk1ZUlmO45RdS2RgZmxdXWBoXFFHgdyrUVFYV2FsU1ZOTVVdW4LWsl1dWVxjYGJPVl5lUl98sbJnYmVpbV9ZXVtLWWJNWVxoV2ddWF9aU1taVFhTYlhdVlRqb1ppcl9eWE1fZ19fZGNpa1hpY2dESUxTWkxXQDxFUEw9P0tLV0lJSEtMUj1CSkRJSj9VTFBLRz9KUlJTR05GTlFUOkszVFJLTkdOTT5PTkNCUkhXSEJEQU1QS118TkhEWk5QUEVKPkw5RFGCwG1HUUlSR01RSUNJSzxjsLe4ZEBJQFBDST9AQjpQpK2uuqtcU09MQkk/OzlHfHl+nm9pZlFOUUhGRE1LQENEdbF6P1BMSkhRUk06TD5IN2GugkpKWVpNZEJLSDo+NkZcrYo3R05ET1tCTTxIQ1JPcJmIS0tbQ1BLUUFGPjxARkVHSFBRS0FQWENJSzpLR01QUlNKSE1eU1JIPUFAVk1PS01HWU1VWFFNj5+RnqSbmKGUmaallKWrmJGTnqGempanopedlpaVrKGQnJCjkZuZoJePrJamkaiMqJiSm6adnJWmo6Gdla2Yj5WWl5GgnpS/w6OWnZOclaGck4uRnYqn2+OynZKclZqdjY2NnJug2uDa3qSPl5mej52VmZOby97Vz97Tmo2ljpqTkI6FqZ+ZzeOmnpabiZmUi5GPi46dicXmm5WSkpePjJWOjKSWjJHByaV8jIuTkZ2Tf5B/pZqKrt2gloaTmJGOk4mRjpOOi6ShoIWbmpSkn4yFj4mOkpKOlpKelo6ZnZWFkomQioqYkI6UioiOkI+OkY6Ck5CQkY2RoIKZiZiKkVpYW2ZlY1Vcal5fW1VYZ2JcXmZYVVpYa11gU1dZVlppT1hZTmBgaFtlXGJcV19hV1BeVktQY2RfXmJgYlJmVF9QWVdcZlNlqphWV1VdYFZkWF9gXVBeg729jmJgX1RcUUleYGVQWa3AxsiEXl9bXl5ZW1BPYJfDu8LAq3lSX1RfTVNZZF9bYaa3eGJcY19dU1JgVlFMZVOdsmtSS2BkWF9WVVZRUl5XkrhoVlhnU1JgWl1OW2JeU4e/cGNXXlZUXVdaWFFVVVxta3FMTVRiYVZZUElmVlldTT9ZU09RW1hhUlhPUlVWTUtaVFpKVFNPSVRMUlddVE9SV1hXVlJOVV1CRkNLTTJSQEk/Tjs/SUNLRFRSUEY6RkVCS0lNUkJDRzU2OUE5RT46P1JESFA/TD44S0tORjg4PkU9Uz1DSU9OQ0w5RUEwQoNyOT49S0lVUD5BRFNNQm6Ul3hJRzhIPEZOMkxHOD2Gm5WlWj09QD9RREZDS0+GmaSekY9gRUNANzxIQUdUWlKAklZMNjhEPkROPjlDPkVOd5xUP0hKOkg4Rj1CRjo/QnGRXjQxL0U/RD41Qz9CMy98l2I9PkpAQD5HQDw3P0A7X1hfLUM4Oko8Oz1ANEFEMzVHPztERkI4PERBSD9FS0RJRz9FRUVKMkw4Pjg+R0g6Q0dGRkFFPzZS";
  const DIGITS = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADUOIoi0IAAAAAAAAAAAAABuFt7dYIAAAAAAAAAAAAAAnw9OyiD8AAAAAAAAAAAAAI7GDSJ1ZAAAAAAAAAAAACCybYCmuaAAAAAAAAAAAAA0td0UmvnQCAAAAAAAAAAADDS0bKtCECwIAAAAAAAAAAAMNIFHWgAcBAAAAAAAAAAAEFEmO3IMXFg0FAAAAAAAAFGOu5u2zdW1DGwAAAAAAABBQm9K9s6yiaDAAAAAAAAAIKHCniKjMwoBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAYMLMaAAAAAAAAAAAAAAHIYTWsVQAAAAAAAAAAAAAEVSy6Io5AAAAAAAAAAAAAB+b3N9eHwAAAAAAAAAAAAAks9/EOgwAAAAAAAAAAAAAJrzXrTIMBAEAAAAAAAAAACfF17FuPBYEAAAAAAAAAAAlut/Uqph8LAwAAAAAAAAAIJ/f9tPj3F0fAAAAAAAAABVrv/PB09yIOQAAAAAAAAALNYTIzs+7bCwAAAAAAAAAAw1Pn9/PmkUYAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const upright = bytes(UPRIGHT);
  const digits = bytes(DIGITS);
  const CLASSES = ["disc", "ring", "half-disc", "triangle", "square", "bar",
    "cross", "star", "crescent", "arrow"];
  const picture = (i) => upright.subarray(3 * PLACES * i, 3 * PLACES * (i + 1));
  const COUNT = upright.length / (3 * PLACES);

  let count = 0; // of explorers on a page, for their ids

  // --- positions ------------------------------------------------------------

  /** Return [[a, b], [c, d]] about the center, then a shift, row by row. */
  function about(side, a, b, c, d, x = 0, y = 0) {
    const u = side / 2;
    return [a, b, u - a * u - b * u + x, c, d, u - c * u - d * u + y, 0, 0, 1];
  }

  /** Return a 3x3 product, the right factor first. */
  function times(left, right) {
    const n = Math.sqrt(left.length);
    return left.map((_, i) => {
      let sum = 0;
      for (let k = 0; k < n; k++)
        sum += left[n * Math.floor(i / n) + k] * right[n * k + (i % n)];
      return sum;
    });
  }

  /** Return the matrix that moves the upper corners inward (Heckbert). */
  function tilted(side, part) {
    const [a, b, c, d] = [[part / 2, 0], [1 - part / 2, 0], [1, 1], [0, 1]];
    const minus = (p, q) => [p[0] - q[0], p[1] - q[1]];
    const [[x1, y1], [x2, y2]] = [minus(b, c), minus(d, c)];
    const [x3, y3] = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
    const area = x1 * y2 - x2 * y1;
    const [g, h] = [(x3 * y2 - x2 * y3) / area, (x1 * y3 - x3 * y1) / area];
    return [
      b[0] - a[0] + g * b[0], d[0] - a[0] + h * d[0], a[0] * side,
      b[1] - a[1] + g * b[1], d[1] - a[1] + h * d[1], a[1] * side,
      g / side, h / side, 1,
    ];
  }

  const radians = (degrees) => (degrees * Math.PI) / 180;
  const degree = (value) => `${value}°`;
  const factor = (value) => `× ${value.toFixed(2)}`;
  const part = (value) => value.toFixed(2);
  const pixels = (value) => `${part(value)} (${+(SIDE * value).toFixed(1)} pixels)`;
  const GEOMETRY = [
    { key: "flip", label: "Flip", low: 0, high: 1, step: 1, start: 0,
      words: (v) => (v ? "yes" : "no"), said: () => "mirrored",
      matrix: (side, v) => about(side, v ? -1 : 1, 0, 0, 1) },
    { key: "shear", label: "Shear", low: -30, high: 30, step: 1, start: 0,
      words: degree, said: (v) => `sheared by ${v}°`,
      matrix: (side, v) => {
        const k = Math.tan(radians(v));
        return about(side, 1, -k, -k, 1 + k * k);
      } },
    { key: "scale", label: "Scale", low: 0.5, high: 1.5, step: 0.05, start: 1,
      words: factor, said: (v) => `scaled by ${v.toFixed(2)}`,
      matrix: (side, v) => about(side, v, 0, 0, v) },
    { key: "turn", label: "Turn", low: -180, high: 180, step: 1, start: 0,
      words: degree, said: (v) => `turned by ${v}°`,
      matrix: (side, v) => {
        const [cos, sin] = [Math.cos(radians(v)), Math.sin(radians(v))];
        return about(side, cos, sin, -sin, cos);
      } },
    { key: "tilt", label: "Perspective", low: 0, high: 0.6, step: 0.05,
      start: 0, words: part, said: (v) => `tilted by ${part(v)}`,
      matrix: tilted },
    { key: "right", label: "Shift right", low: -0.5, high: 0.5, step: 0.01,
      start: 0, words: part, said: (v) => `shifted right by ${pixels(v)}`,
      matrix: (side, v) => about(side, 1, 0, 0, 1, v * side, 0) },
    { key: "down", label: "Shift down", low: -0.5, high: 0.5, step: 0.01,
      start: 0, words: part, said: (v) => `shifted down by ${pixels(v)}`,
      matrix: (side, v) => about(side, 1, 0, 0, 1, 0, v * side) },
  ];

  /** Return the matrix from a place in the result to one in the picture. */
  function inverse([a, b, c, d, e, f, g, h, i]) {
    const all = [e * i - f * h, c * h - b * i, b * f - c * e,
      f * g - d * i, a * i - c * g, c * d - a * f,
      d * h - e * g, b * g - a * h, a * e - b * d];
    const det = a * all[0] + b * all[3] + c * all[6];
    return all.map((value) => value / det);
  }

  /** Return the place that a place beside the picture stands for. */
  function bounded(at, side, border) {
    if (border === "zeros") return at;
    if (border === "reflection") {
      const past = Math.abs(at + 0.5);
      const rest = past % side;
      at = (Math.floor(past / side) % 2 ? side - rest : rest) - 0.5;
    }
    return within(at, 0, side - 1);
  }

  /** Return four weights of a cubic through the places -1, 0, 1, 2. */
  function cubic(t) {
    const A = -0.75;
    const near = (x) => ((A + 2) * x - (A + 3)) * x * x + 1;
    const far = (x) => ((A * x - 5 * A) * x + 8 * A) * x - 4 * A;
    return [far(t + 1), near(t), near(1 - t), far(2 - t)];
  }

  /** Round as IEEE 754 does: half to even. */
  function nearest(value) {
    const low = Math.floor(value);
    if (value - low !== 0.5) return Math.round(value);
    return low % 2 ? low + 1 : low;
  }

  /** Return a square picture (channel by channel) moved by a matrix, looked
      up once: each place of the result asks where it comes from. */
  cnncourse.warp = (values, side, matrix, border, mode) => {
    const places = side * side;
    const channels = values.length / places;
    const out = new Float32Array(values.length);
    const [a, b, c, d, e, f, g, h, i] = inverse(matrix);
    const add = (at, x, y, weight) => {
      if (mode === "bicubic") {
        x = bounded(x, side, border);
        y = bounded(y, side, border);
      }
      if (x < 0 || y < 0 || x >= side || y >= side) return;
      for (let k = 0; k < channels; k++)
        out[k * places + at] += weight * values[k * places + y * side + x];
    };
    for (let at = 0; at < places; at++) {
      const [u, v] = [(at % side) + 0.5, Math.floor(at / side) + 0.5];
      const depth = Math.max(1e-6, g * u + h * v + i);
      let x = (a * u + b * v + c) / depth - 0.5;
      let y = (d * u + e * v + f) / depth - 0.5;
      if (mode !== "bicubic") {
        x = bounded(x, side, border);
        y = bounded(y, side, border);
      }
      const [left, top] = [Math.floor(x), Math.floor(y)];
      if (mode === "nearest") add(at, nearest(x), nearest(y), 1);
      else if (mode === "bilinear")
        for (const [dx, wx] of [[0, left + 1 - x], [1, x - left]])
          for (const [dy, wy] of [[0, top + 1 - y], [1, y - top]])
            add(at, left + dx, top + dy, wx * wy);
      else
        cubic(y - top).forEach((wy, dy) =>
          cubic(x - left).forEach((wx, dx) =>
            add(at, left + dx - 1, top + dy - 1, wx * wy)));
    }
    return out;
  };

  // --- colors ---------------------------------------------------------------

  const GRAY = [0.299, 0.587, 0.114];
  /* The first principal color of `shapes`, times its eigenvalue. */
  const AXIS = [0.05817, 0.05811, 0.05724];
  const gray = (color) => GRAY.reduce((sum, g, i) => sum + g * color[i], 0);
  const square = (f) =>
    Array.from({ length: 16 }, (_, i) =>
      i === 15 ? 1 : f(Math.floor(i / 4), i % 4));
  const diagonal = (v, shift = () => 0) =>
    square((y, x) => (y === 3 ? 0 : x === 3 ? shift(y) : x === y ? v : 0));
  const COLORS = [
    { key: "bright", label: "Brightness", low: 0, high: 2, step: 0.05,
      start: 1, words: factor, said: (v) => `brightness × ${part(v)}`,
      matrix: (mean, v) => diagonal(v) },
    { key: "contrast", label: "Contrast", low: 0, high: 2, step: 0.05,
      start: 1, words: factor, said: (v) => `contrast × ${part(v)}`,
      matrix: (mean, v) => diagonal(v, () => (1 - v) * gray(mean)) },
    { key: "saturation", label: "Saturation", low: 0, high: 2, step: 0.05,
      start: 1, words: factor, said: (v) => `saturation × ${part(v)}`,
      matrix: (mean, v) => square((y, x) => (y === 3 || x === 3 ? 0
        : (x === y ? v : 0) + (1 - v) * GRAY[x])) },
    { key: "hue", label: "Hue", low: -0.5, high: 0.5, step: 0.01, start: 0,
      words: part, said: (v) => `hue turned by ${part(v)}`,
      matrix: (mean, v) => {
        const angle = 2 * Math.PI * v;
        const [cos, sin] = [Math.cos(angle), Math.sin(angle) / Math.sqrt(3)];
        return square((y, x) => (y === 3 || x === 3 ? 0
          : (x === y ? cos : 0) + (1 - cos) / 3 +
            (x === (y + 1) % 3 ? -sin : x === (y + 2) % 3 ? sin : 0)));
      } },
    { key: "pca", label: "PCA color", low: -3, high: 3, step: 0.1, start: 0,
      words: (v) => v.toFixed(1),
      said: (v) => `${v.toFixed(1)} times the first principal color`,
      matrix: (mean, v) => diagonal(1, (y) => v * AXIS[y]) },
  ];
  const PIXELS = [
    { key: "cutout", label: "Cutout", low: 0, high: 16, step: 1, start: 0,
      words: (v) => `${v} px`, said: (v) => `a square of ${v} cut out` },
    { key: "noise", label: "Noise", low: 0, high: 0.3, step: 0.01, start: 0,
      words: part, said: (v) => `noise of deviation ${part(v)}` },
    { key: "mixup", label: "Mixup", low: 0, high: 1, step: 0.05, start: 0,
      words: part, said: (v) => `${part(v)} of another picture blended in` },
    { key: "cutmix", label: "CutMix", low: 0, high: 1, step: 0.05, start: 0,
      words: part, said: () => "a window of another picture pasted in" },
  ];
  const STEPS = [...GEOMETRY, ...COLORS, ...PIXELS];

  /** Return a number between -1 and 1 that place i always gets. */
  function grain(i) {
    let sum = 0; // of four: nearly a bell curve, deviation 1
    for (let k = 1; k < 5; k++) {
      const wave = Math.sin(12.9898 * (i + 1) + 78.233 * k) * 43758.5453;
      sum += wave - Math.floor(wave) - 0.5;
    }
    return sum * Math.sqrt(3);
  }

  /** Return what becomes of a picture (values from 0 to 1), and why:
      {values, several, geometry, color, matrices, own}. */
  cnncourse.augment = (values, other, state) => {
    const { border, mode, reversed, chosen } = state;
    const unit = about(SIDE, 1, 0, 0, 1);
    const order = reversed ? [...GEOMETRY].reverse() : GEOMETRY;
    const matrices = {};
    let [geometry, several, active] = [unit, values, 0];
    for (const { key, matrix, start } of order) {
      matrices[key] = matrix(SIDE, chosen[key]);
      if (chosen[key] === start) continue;
      active += 1;
      geometry = times(matrices[key], geometry);
      several = cnncourse.warp(several, SIDE, matrices[key], border, mode);
    }
    const once = active
      ? cnncourse.warp(values, SIDE, geometry, border, mode) : values;
    const mean = [0, 1, 2].map((k) => once
      .subarray(k * PLACES, (k + 1) * PLACES)
      .reduce((sum, value) => sum + value / PLACES, 0));
    let color = diagonal(1);
    for (const { key, matrix } of COLORS) {
      const at = [0, 1, 2].map((y) => color[4 * y] * mean[0] +
        color[4 * y + 1] * mean[1] + color[4 * y + 2] * mean[2] +
        color[4 * y + 3]);
      matrices[key] = matrix(at, chosen[key]);
      color = times(matrices[key], color);
    }
    let own = 1 - chosen.mixup;
    const finish = (image) => {
      const out = new Float32Array(image.length);
      const [half, cut] = [SIDE / 2, chosen.cutout];
      const window = nearest(Math.sqrt(chosen.cutmix) * SIDE);
      const inside = (i, side) => [i % SIDE, Math.floor(i / SIDE)].every((z) => {
        const place = z - half + Math.floor(side / 2);
        return place >= 0 && place < side;
      });
      for (let i = 0; i < PLACES; i++)
        for (let y = 0; y < 3; y++) {
          const at = y * PLACES + i;
          let value = color[4 * y + 3];
          for (let x = 0; x < 3; x++)
            value += color[4 * y + x] * image[x * PLACES + i];
          if (inside(i, cut)) value = 0;
          value += chosen.noise * (chosen.noise ? grain(at) : 0);
          value = within(value, 0, 1);
          value = (1 - chosen.mixup) * value + chosen.mixup * other[at];
          out[at] = inside(i, window) ? other[at] : value;
        }
      own = (1 - chosen.mixup) * (1 - (window / SIDE) ** 2);
      return out;
    };
    const gap = once.reduce((sum, value, i) =>
      sum + Math.abs(value - several[i]), 0) / once.length;
    return { values: finish(once), several: finish(several), geometry, color,
      matrices, active, gap: 255 * gap, own };
  };

  // --- the pages' part ------------------------------------------------------

  const paint = (canvas, values) =>
    paintPictures(canvas, [Uint8Array.from(values, (value) =>
      nearest(255 * within(value, 0, 1)))], 1);

  /** Return a matrix as a grid of numbers. */
  function grid(label) {
    const box = element("div", { class: "cnn-aug-matrix", role: "img" });
    return { box, set: (matrix) => {
      const n = Math.sqrt(matrix.length);
      box.style.gridTemplateColumns = `repeat(${n}, auto)`;
      const texts = matrix.map(cnncourse.panel.signed);
      box.replaceChildren(...texts.map((text) => element("span", {}, text)));
      box.setAttribute("aria-label", `${label}: ${texts.join(", ")}`);
    } };
  }

  const start = () =>
    Object.fromEntries(STEPS.map((step) => [step.key, step.start]));
  const BORDERS = [["zeros", "black"], ["border", "its edge"],
    ["reflection", "mirrored"]];
  const MODES = [["bilinear", "bilinear"], ["nearest", "nearest"],
    ["bicubic", "bicubic"]];

  function mechanism(figure) {
    const id = `cnn-augmentation-${++count}`;
    const names = [...CLASSES, "2", "6"];
    const state = { name: "arrow", border: "zeros", mode: "bilinear",
      reversed: false, chosen: start(), group: "position" };
    const { box: says, say } = speaker();
    const views = ["as it is", "one resampling", "one for each step"].map(
      (label) => ({ label, canvas: element("canvas", { role: "img",
        "aria-label": label }) }));
    const products = { position: grid("product of the position matrices"),
      color: grid("product of the color matrices") };
    const rows = {};
    const groups = { position: GEOMETRY, color: COLORS, pixels: PIXELS };
    const panes = Object.entries(groups).map(([group, steps]) =>
      element("div", { class: "cnn-aug-pane", "data-group": group },
        ...steps.map((step) => {
          const row = slide({ id: `${id}-${step.key}`, label: step.label,
            low: step.low, high: step.high, step: step.step,
            start: step.start, words: step.words, moved: (value) => {
              state.chosen[step.key] = value;
              show();
            } });
          const matrix = step.matrix && grid(`matrix of ${step.label}`);
          rows[step.key] = { ...row, matrix };
          return element("div", { class: "cnn-aug-row" }, row.box,
            ...(matrix ? [matrix.box] : []));
        })));

    const kinds = element("select", { id: `${id}-picture`, onchange: () => {
      state.name = kinds.value;
      show();
    } }, ...names.map((name) => element("option", { value: name,
      selected: name === "arrow" }, name)));
    const choose = (key) => (value) => {
      state[key] = value;
      show();
    };
    const reset = element("button", { type: "button", onclick: () => {
      state.chosen = start();
      for (const step of STEPS) rows[step.key].set(step.start);
      show();
    } }, "Undo all");

    /** Return values from 0 to 1 of a picture by its name. */
    function channels(name) {
      const digit = ["2", "6"].indexOf(name);
      if (digit < 0)
        return Float32Array.from(picture(EACH * CLASSES.indexOf(name)),
          (byte) => byte / 255);
      const ink = digits.subarray(PLACES * digit, PLACES * (digit + 1));
      return Float32Array.from([...ink, ...ink, ...ink], (byte) => byte / 255);
    }

    function show() {
      for (const pane of panes)
        pane.hidden = pane.dataset.group !== state.group;
      const second = names[(names.indexOf(state.name) + 1) % names.length];
      const values = channels(state.name);
      const made = cnncourse.augment(values, channels(second), state);
      [values, made.values, made.several].forEach((shown, i) =>
        paint(views[i].canvas, shown));
      for (const [key, matrix] of Object.entries(made.matrices))
        rows[key].matrix.set(matrix);
      products.position.set(made.geometry);
      products.color.set(made.color);
      const changed = (state.reversed ? [...GEOMETRY].reverse() : GEOMETRY)
        .concat(COLORS, PIXELS)
        .filter(({ key, start: begin }) => state.chosen[key] !== begin)
        .map(({ key, said }) => said(state.chosen[key]).replace("-", "−"));
      const label = made.own === 1 ? "" : ` Its label is now ${part(made.own)}` +
        ` ${state.name} and ${part(1 - made.own)} ${second}.`;
      const gap = made.active < 2 ? "" : ` Resampled ${made.active} times ` +
        "instead of once, it differs by " +
        `${made.gap.toFixed(1)} gray levels on average.`;
      say(changed.length
        ? `The ${state.name}, ${changed.join(", ")}.${label}${gap}`
        : `The ${state.name} as it is: every matrix is a unit matrix.`);
    }

    install(figure, element("div", { class: "cnn-lab cnn-aug" },
      element("p", {}, "Change two positions, then look at the matrices: the " +
        "product on the left moves the picture in one go."),
      element("div", { class: "cnn-aug-top" },
        element("div", {},
          element("p", {}, element("label", { for: kinds.id }, "Picture "),
            kinds, " ", reset),
          element("div", { class: "cnn-aug-views" }, ...views.map((view) =>
            element("div", {}, view.canvas,
              element("span", {}, view.label)))),
          element("div", { class: "cnn-aug-products" },
            element("div", {}, element("span", {}, "positions (x, y, 1)"),
              products.position.box),
            element("div", {}, element("span", {}, "colors (r, g, b, 1)"),
              products.color.box)),
          element("div", { class: "cnn-aug-choices" },
            radios({ name: `${id}-border`, legend: "Around it", choices: BORDERS,
              picked: choose("border") }).box,
            radios({ name: `${id}-mode`, legend: "Between", choices: MODES,
              picked: choose("mode") }).box,
            radios({ name: `${id}-order`, legend: "Order of positions", choices: [
              ["", "as listed"], ["yes", "reversed"]],
            picked: (value) => choose("reversed")(Boolean(value)) }).box)),
        element("div", {},
          radios({ name: `${id}-group`, legend: "Change", choices: [
            ["position", "position"], ["color", "color"],
            ["pixels", "pixels, labels"]], picked: choose("group") }).box,
          ...panes)),
      says));
    show();
  }

  // --- networks -------------------------------------------------------------

  const TRAINED = ["upright only", "with rotation", "with shifts"];
  const ASKED = ["turn", "right", "scale", "bright", "noise"];

  function finding(figure, networks) {
    const id = `cnn-augmentation-${++count}`;
    const state = { picture: EACH * 9, border: "border", mode: "bilinear",
      reversed: false, chosen: start() };
    const { box: says, say } = speaker();
    const view = element("canvas", { role: "img",
      "aria-label": "the picture, changed" });
    const grid = chooser(`${COUNT} upright pictures, a column for each ` +
      "class. Arrow keys choose.", COUNT / EACH, EACH, (column, row) => {
      state.picture = column * EACH + row;
      show();
    });
    const sliders = STEPS.filter(({ key }) => ASKED.includes(key)).map((step) =>
      slide({ id: `${id}-${step.key}`, label: step.label, low: step.low,
        high: step.key === "bright" ? 1 : step.high, step: step.step,
        start: step.start, words: step.words, moved: (value) => {
          state.chosen[step.key] = value;
          show();
        } }));
    const cards = networks.map((network, i) => ({
      answer: element("span", { class: "cnn-aug-answer" }),
      tally: element("span", {}),
      bars: element("div", { class: "cnn-bars", role: "img" }),
      name: TRAINED[i] }));
    let run = 0; // the latest count over all pictures

    /** Return a picture's bytes after the changes. */
    function changed(i) {
      const values = Float32Array.from(picture(i), (byte) => byte / 255);
      const made = cnncourse.augment(values, values, state);
      return made.values.map((value) => nearest(255 * value));
    }

    const answer = (network, given) => cnncourse.answer(network,
      cnncourse.run(network, cnncourse.normalize(network, given)));

    function show() {
      const [column, row] = [Math.floor(state.picture / EACH),
        state.picture % EACH];
      grid.set(column, row);
      outline(grid.mark, grid.canvas, column * (SIDE + 1), row * (SIDE + 1),
        SIDE, SIDE);
      const given = changed(state.picture);
      paintPictures(view, [given], 1);
      const heard = networks.map((network, i) => {
        const { winner, scores } = answer(network, given);
        const { bars, answer: place, tally } = cards[i];
        bars.replaceChildren(...network.classes.map((title, k) => {
          const bar = element("i");
          bar.style.height = `${100 * scores[k]}%`;
          return element("span", { class: k === winner ? "cnn-wins" : "",
            title }, bar);
        }));
        const text = `${network.classes[winner]} ` +
          `(${(100 * scores[winner]).toFixed(0)} %)`;
        bars.setAttribute("aria-label", `answers ${text}`);
        place.textContent = text;
        tally.textContent = "counting ...";
        return `${TRAINED[i]}: ${text}`;
      });
      const words = STEPS.filter(({ key, start: begin }) =>
        state.chosen[key] !== begin).map(({ key, said }) =>
        said(state.chosen[key]).replace("-", "−"));
      const text = `The ${CLASSES[column]}, ${words.join(", ") || "upright"}: ` +
        `${heard.join("; ")}. `;
      say(`${text}Counting ...`);
      tally(++run, 0, networks.map(() => 0), text);
    }

    /** Count right answers on all pictures, some at a time. */
    function tally(mine, from, right, text) {
      if (mine !== run) return; // the state has changed
      const end = Math.min(from + 3, COUNT);
      for (let i = from; i < end; i++) {
        const given = changed(i);
        networks.forEach((network, n) => {
          right[n] += answer(network, given).winner === Math.floor(i / EACH);
        });
      }
      if (end < COUNT)
        return void setTimeout(() => tally(mine, end, right, text));
      cards.forEach((card, n) => {
        card.tally.textContent = `${right[n]} of ${COUNT} right`;
      });
      say(`${text}Of ${COUNT} pictures they name ${right.join(", ")}.`);
    }

    install(figure, element("div", { class: "cnn-lab cnn-aug" },
      element("p", {}, "Pick a picture and change it. Three networks saw the " +
        "same 1,000 upright shapes: as they are, turned by up to 60°, or " +
        "shifted by up to a fifth."),
      element("div", { class: "cnn-aug-ask" },
        grid.box, element("div", {}, view),
        element("div", {}, ...sliders.map(({ box }) => box))),
      element("div", { class: "cnn-aug-cards" }, ...cards.map((card) =>
        element("div", { class: "cnn-aug-card" },
          element("strong", {}, card.name), card.answer, card.bars,
          card.tally))),
      says));
    paintPictures(grid.canvas, Array.from({ length: COUNT }, (_, i) =>
      picture((i % (COUNT / EACH)) * EACH + Math.floor(i * EACH / COUNT))),
    COUNT / EACH);
    show();
  }

  cnncourse.explorers.augmentation = (figure, networks) =>
    networks.length ? finding(figure, networks) : mechanism(figure);
})();
