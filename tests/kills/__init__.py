"""Programs killed at work, at random moments, and started again: `python -m tests.kills`.

worker    works in a window by a script drawn from a seed, and says after each act what there is
restart   starts again, takes the work up, and says what there is then
__main__  kills the one, runs the other, and holds what they said side by side
"""
