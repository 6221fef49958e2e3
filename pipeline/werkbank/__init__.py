"""The workbench: the work of the secretariat in a browser on this computer, and nowhere else.

It shows what the acts of ``pipeline.werk`` come to, and has them done; it reads and writes no record itself. Every
request passes one guard (``wacht``) before anything looks at its path.
"""
