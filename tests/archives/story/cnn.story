PORT ELLEN, Scotland (Harbour Post) -- The last baker of the island sold his oven on Tuesday.

"I have no flour," he told reporters.



@highlight

Baker sells oven after ferry strike

@highlight

Island has been without flour since March
