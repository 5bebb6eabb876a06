"""How the program is brought to the desks: what is bundled, packed, and registered there.

    bundled     which files of PyInstaller's analysis the program needs
    packed      the libraries that the single file unpacks only when they are needed
    icu         Qt's Unicode data, cut to the parts that are looked up
    contents    what an executable holds, against the budget in budget.toml
    bill        the same as a CycloneDX list
    bootloader  the one sentence said before Python runs
    icons, version_resource, windows/    how Windows and macOS show the program
    debian      the package for Debian, UOS and Kylin
    stand_ins   modules that take the place of libraries nobody calls

Used by build.spec and the tests alone; nothing of it is in the executable but the stand-ins.
"""
