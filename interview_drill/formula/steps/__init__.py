"""Steps: a derivation, line by line.

    text -> lines -> claims (trees, with definitions made on the way) -> truth by numbers -> what was shown -> Report
"""
