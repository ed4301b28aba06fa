"""Times and money of JioNLP in a text on standard input: `python3 jionlp.py ROUNDS` prints CPU seconds a round as JSON."""

import json
import sys
import time

import jionlp

text = sys.stdin.read()
times = []
for _ in range(int(sys.argv[1]) + 1):
    start = time.process_time()
    found = len(jionlp.ner.extract_time(text, time_base=time.time())) + len(jionlp.ner.extract_money(text))
    times.append(time.process_time() - start)
    if found == 0:
        sys.exit("nothing found")
# The first round loads its dictionaries.
print(json.dumps(times[1:]))
