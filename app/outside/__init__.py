"""What a document loads from outside itself: found, reported, and removed from the copy.

A document may name files of this computer, of a share or of the web: pictures, sections, tables,
fields, drawings inside drawings. Whoever renders it would open them, and their content would come
into a dossier. So the copy that is rendered keeps only what lies in the document itself. The rules
are lists of what may stay; whatever they do not know goes.
"""
