"""Practice: what to ask, what the answer means for the memory, and what to tell of it.

    bank + cards --selection, queue--> Session --ask--> an Answer --judge--> update(session, event, moment)
                                                                             -> (session, effects)

Everything here is a pure transition: a session is a value, an event is what the learner did, an effect is what the
outside is to do (show, remember, take back). The clock and fresh ids come in with each event.
"""
