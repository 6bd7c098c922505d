// Reads FollowTheMoney entities, one a line, with the makers' own library and schema, today's and the one that Aleph has, and prints what
// does not keep them: node followthemoney.cjs ENTITIES
const { readFileSync } = require("node:fs");

const lines = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line));
const date = /^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?)?)?$/;

/** Why a value does not fit its property, if it does not. */
function fault(property, value, entities) {
  const type = property.type;
  const longest = property.maxLength || type.maxLength;
  if (longest > 0 && value.length > longest) {
    return `is longer than ${longest}`;
  }

  if (type.isEntity) {
    const meant = entities.get(value);
    return meant && (!property.hasRange || meant.schema.isA(property.getRange())) ? null : `is no ${property.getRange()}`;
  }

  if (type.values.size > 0 && !type.values.has(value)) {
    return `is no ${type.name}`;
  }

  return type.name === "date" && !date.test(value) ? "is no date" : null;
}

for (const makers of ["@opensanctions/followthemoney", "@alephdata/followthemoney"]) {
  const { Model, defaultModel } = require(makers);
  const model = new Model(defaultModel);
  const entities = new Map();
  for (const line of lines) {
    try {
      entities.set(line.id, model.getEntity(line));
    } catch (error) {
      console.log(`${line.id}: ${line.schema}: ${error.message}`);
    }
  }

  for (const entity of entities.values()) {
    const { schema } = entity;
    if (schema.abstract || schema.deprecated) {
      console.log(`${entity.id}: ${schema} is of no entity`);
    }

    for (const needed of schema.getParents().concat(schema).flatMap((s) => s.required)) {
      if (!entity.hasProperty(needed)) {
        console.log(`${entity.id}: a ${schema} needs ${needed}`);
      }
    }

    for (const property of entity.getProperties()) {
      if (property.deprecated || property.stub) {
        console.log(`${entity.id}: ${property} is not to be written`);
      }

      for (const value of entity.getProperty(property)) {
        const why = fault(property, value, entities);
        if (why) {
          console.log(`${entity.id}: ${property}: ‘${value}’ ${why}`);
        }
      }
    }
  }
  console.log(`${entities.size} entities read`);
}
