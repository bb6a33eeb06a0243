"""When somebody is asked: rules, and what begins by itself later."""
