"""Sheets of paper that are answered with a pen and read by the program.

``layout`` says where everything stands, ``printing`` makes PDFs of it, ``reading`` finds the marks
on scanned pages again, ``assembling`` makes answers of them.
"""
