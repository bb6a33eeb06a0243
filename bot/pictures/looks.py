"""How a picture looks: sizes, colours, and what there is room for.

One picture has to do in a light and in a dark chat, since nobody tells which it is: so it has a
ground and an edge of its own. It is read on a phone, where its width is that of the screen. Shapes
and places say everything that colours say; blue and orange look different to everybody.
"""

WIDTH = 720  # pixels: two for each point of a small phone
MARGIN = 44
EDGE, STROKE, THREAD, THIN = 3, 5, 3, 2  # width of the edge, of rings, and of lines
TALLEST, TALLEST_ROW = 2400, 420

GROUND = (30, 37, 45)
RIM = (104, 120, 137)
INK = (243, 245, 247)  # 14 : 1 on the ground
SOFT = (190, 201, 212)  # 9 : 1
FAINT = (67, 79, 92)  # lines that only help
DISC = (125, 200, 245)  # 9 : 1
RING = (255, 190, 92)  # 9 : 1

TITLE, HEADING, TEXT, SMALL = 38, 31, 29, 25  # pixels of a letter's height
BOLD, PLAIN = 600, 400  # weight
LEADING = 1.36  # from line to line, in letter heights

LEVEL = 48  # pixels between two levels of a chart
FEW_LEVELS = 84  # the same where there are at most three
WIDEST = 84  # pixels from column to column, at most
LARGEST, SMALLEST = 17, 5  # radius of a mark

MOST_ROWS = 16
MOST_COLUMNS = 60  # the newest
MOST_TEXTS = 4  # of a row
MOST_LINES = 3  # of a text
MOST_LETTERS = 400  # of a text that are looked at
CUT = "…"
