"""How the program is brought to the desks: what is carried, packed, and registered there.

    carried     which files of PyInstaller's analysis the program needs
    icu         Qt's Unicode data, cut to the parts that are looked up
    stand_ins   modules that take the place of libraries nobody calls

Used by build.spec and the tests alone; nothing of it is in the executable but the stand-ins.
"""
