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
# Letters. A line this long is not the short last one of a paragraph, so it says how wide the text is; nine in ten
# lines are no wider than that, and the few that are stick out. Without any, a page of a typewriter: 80.
KORTSTE_VOLLE_REGEL, BREEDSTE_DEEL, GEWONE_BREEDTE = 20, 0.9, 80
# Letters. A heading or a label fits on one line, with room to spare.
LANGSTE_KOP, LANGSTE_LABEL = 80, 80
LANGSTE_VETTE_KOP = 90  # of a line in bold, which is surely meant as one
LANGSTE_LIJSTKOP = 60  # the heading of a list, or the name of a group of people before a colon
LANGSTE_GROEPSKOP = 40  # the heading of a group among the participants
# Letters. A name with its function and body is shorter; a sentence seldom is.
LANGSTE_NAAM_MET_FUNCTIE, LANGSTE_NAAMREGEL = 45, 48
# Of the pieces of a line. With this many short and this many in capitals it is a list of people: one in five may be a
# long name, two in five a function in small letters.
KORT_IN_LIJST, HOOFDLETTER_IN_LIJST = 0.8, 0.6
# Of the lines of a column. Four in five read as names of people: one may be broken off, or be a heading.
NAMEN_IN_KOLOM = 0.8
# Letters. A title says in one or two lines that these are minutes; a head holds no paragraph longer than three lines.
LANGSTE_TITEL, LANGSTE_KOPTEKST = 160, 250
LANGSTE_TAAK = 160  # letters: an action under a heading of actions is two lines at most
KORTSTE_ZIN = 40  # letters: a shorter line may be anything, a longer one without a label is a sentence
# Blocks. The date of the minutes stands in the first lines below the title, the title among the first ones, and the
# participants begin within a dozen blocks from the end of the head.
TITEL_BINNEN, LABELS_BINNEN, DATUM_BINNEN, TUSSEN_TITEL, DEELNEMERS_BINNEN = 5, 3, 3, 4, 12
NAAM_ONDER_LABEL = 5  # lines below a label within which its name stands
NABIJ_VORIGE = 40  # letters: "verslag van de vorige vergadering van" and its date stand this near
LANGSTE_MERKCEL = 20  # letters: a cell that says "ja" or "vertrouwelijk" and no more
# Of the filled cells of a column. More than this many of a kind make it the column of that kind: numbers and states are
# written one way and so come higher than days and owners, which are written in many.
CELLEN_VAN_VORM, CELLEN_VAN_INHOUD = 0.6, 0.5
# Of the words of an action: more than half said by the marked sentence too, and both are one action.
ZELFDE_WOORDEN = 0.5
# Of the size of the letters. Lines never lie nearer to each other than nine tenths of it; with no neighbour to measure
# the leading is a fifth or a quarter more.
DICHTSTE_REGELS, GEWONE_AFSTAND, GEWONE_AFSTAND_KOLOM = 0.9, 1.2, 1.25
NIEUWE_RIJ = 1.2  # of the distance of two lines: a row of a table without rules has a fifth more above it
VASTE_LETTER = 0.6  # of the size: how wide each letter of a typewriter face is
VET_DEEL = 0.8  # of the letters of a line: a bold line may have a word that is not
# Of a table found twice: as a list and by its rules.
ZELFDE_TABEL = 0.8
# Points. Words that begin within three of each other begin at one place; a line lies at least this far below another.
ZELFDE_BEGIN, KLEINSTE_AFSTAND = 3, 4
ONBEKENDE_AFSTAND = 12.0  # points between two lines where there is nothing to measure: type of ten on twelve
# Of the width of the page and of its rows. A margin for owners begins in the last third, and hardly any line runs
# through it.
MARGE_VANAF, DOOR_DE_MARGE = 0.65, 0.05
ZWAKKE_KOLOM = 6  # rows: in a column of fewer it can't be measured whether its text runs on
