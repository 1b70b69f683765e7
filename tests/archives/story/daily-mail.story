By
.
Ida Lind
.

PUBLISHED:
.
14:11 EST, 25 October 2013
.
|
.
UPDATED:
.
15:36 EST, 25 October 2013
.

The oven of the last baker will become a museum, the council said on Friday.

@highlight

Oven becomes museum
