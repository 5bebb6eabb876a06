"""What every other package needs of the file system, and nothing about reports.

atomic             a file written whole or not at all
locks              whether the programs that write or use a file are still running
folders            where the user's settings, journals, copies and cache are
moves              what lies in the folders of earlier versions, moved or found there
temp_cleanup       what a killed run of the single-file executable left in the temporary folder
libraries          libraries that are loaded when they are first needed
packed_libraries   the same in the single-file executable, which holds them packed
executable         what lies in that executable and is not unpacked at its start
"""
