"""Scores name pairs with nomenklatura's logic-v2: JSON lines {"schema","name1","name2"} in, one JSON object out.

Both entities are made anew for every pair. The passes go on for `--seconds` of processor time after a first one, which warms
the caches of the library; the fastest pass counts.
"""
import argparse
import json
import sys
import time

import nomenklatura
from followthemoney import ValueEntity, model
from nomenklatura.matching import get_algorithm

parser = argparse.ArgumentParser()
parser.add_argument("--seconds", type=float, default=4)
seconds = parser.parse_args().seconds
pairs = [json.loads(line) for line in sys.stdin if line.strip()]
algorithm = get_algorithm("logic-v2")
config = algorithm.default_config()


def entity(schema, name):
    made = ValueEntity(model.get(schema), {"id": name})
    made.add("name", name)
    return made


def run():
    begin = time.process_time()
    for pair in pairs:
        algorithm.compare(entity(pair["schema"], pair["name1"]), entity(pair["schema"], pair["name2"]), config)
    return time.process_time() - begin


run()
took = [run()]
while sum(took) < seconds:
    took.append(run())
print(json.dumps({"version": nomenklatura.__version__, "pairs": len(pairs), "seconds": min(took)}))
