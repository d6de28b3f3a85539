// Holds Data Package descriptors and CSV files against the libraries of Frictionless Data themselves.
// node frictionless.js FOLDER: the folder has cases.json, an array of {"descriptor", "file"}, both in that folder.
// Prints an array with for each case what the libraries say of the descriptor and of the rows; empty is good.
const fs = require('fs')
const path = require('path')
const { Table, Schema } = require('tableschema')
const { Package, validate } = require('datapackage')

const folder = process.argv[2]

async function descriptorErrors(name) {
  const descriptor = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))
  const report = await validate(descriptor)
  const dataPackage = await Package.load(descriptor, { basePath: folder, strict: true })
  const schema = await Schema.load(descriptor.resources[0].schema, { strict: true })
  return [...report.errors, ...dataPackage.errors, ...schema.errors].map(error => error.message)
}

async function rowErrors(name, file) {
  const descriptor = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))
  const { schema, dialect } = descriptor.resources[0]
  const table = await Table.load(path.join(folder, file), { schema, delimiter: dialect.delimiter })
  const rows = await table.read({ forceCast: true })
  return rows.filter(row => row instanceof Error)
    .flatMap(error => (error.errors && error.errors.length ? error.errors : [error]))
    .map(error => error.message)
}

// what the library throws is its verdict too
async function attempt(check) {
  try {
    return await check()
  } catch (error) {
    return [error.message, ...(error.errors || []).map(one => one.message)]
  }
}

async function main() {
  const cases = JSON.parse(fs.readFileSync(path.join(folder, 'cases.json'), 'utf8'))
  const results = []
  for (const { descriptor, file } of cases) {
    results.push({
      descriptor: await attempt(() => descriptorErrors(descriptor)),
      rows: file ? await attempt(() => rowErrors(descriptor, file)) : []
    })
  }
  process.stdout.write(JSON.stringify(results))
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
