"""The numbers that decide how text lies on a page, each with its reason; most are shares of something."""

# Of the size of the letters. Pieces this little apart in height stand on one line: a raised or lowered figure lies
# within a third of its letter, the next line never.
ZELFDE_HOOGTE = 0.35
# Points. A smaller size in a PDF is that of a scaled page, and says nothing of heights.
KLEINSTE_LETTER = 4.0
# Of the usual size. Headings are set a point larger at least (11 to 12.5); one size rounded two ways stays below.
GROTER = 1.12
# Of the distance of two lines. What lies further apart has white space between; superscripts and rounding stay
# below.
ZONDER_WIT = 1.1
# Of the distance of two lines. A heading alone beside a column has white space above and below it: more than two
# lines.
WIT_OM_KOP = 2.4
# Of the distance of two lines. Half a line belongs to the row above, half to the row below.
HALVE_REGEL = 0.45
# Of the width of the line. A heading leaves a quarter of it free; a line of running text that does is the last of
# its paragraph.
KOPBREEDTE = 0.72
VOLLE_REGEL = 0.75
# Of the width. A word that would have fitted here was put on the next line by somebody: proportional letters make
# the width uncertain by some five in a hundred.
PAST_NOG = 0.95
# Of the distance of two lines. Fixed leading is a fifth larger than the letters; a third more than that is white
# space.
WIT = 1.32
# Of the size of the letters, and of the line so far. A gap of two letters and a half that is also an eighth of the
# line is no space between words, not even in a line that is filled out.
BREDE_RUIMTE, BREDE_RUIMTE_VAN_REGEL = 2.5, 0.12
# Points from the left edge. A second column begins further in than the deepest indent of a list.
VERSTE_INSPRINGING = 120
# Of the rows of a page. What begins at one place beside the left edge in a fifth of them may be a column.
KOLOM_IN_RIJEN = 0.2
# Letters. Text files that are broken by hand have lines of 72 to 100, with here and there a longer one; wider is
# one line a paragraph.
BREEDTE_AFGEBROKEN, LANGSTE_AFGEBROKEN = 130, 160
