"""What a learner takes along, as Markdown: the mistakes made so far, a sheet for a friend, the report of an interview.

What a learner wrote stands in fences that it cannot close; prose of a bank keeps its mathematics, code and lists, and
loses whatever a viewer would obey (HTML, links, images, control characters).
"""
