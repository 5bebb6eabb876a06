"""Stands in for `cryptography`, 18 MiB that pdfminer imports and this program never calls.

pdfminer decrypts AES with it. Documents are opened by pdfium, which has a decryption of its
own; of pdfplumber only the arithmetic of tables is used.
"""
