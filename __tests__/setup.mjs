// With CI=true Ink prints nothing until it exits; colour of the developer's terminal must not reach snapshots.
process.env['CI'] = 'false';
delete process.env['COLORTERM'];
delete process.env['NO_COLOR'];
delete process.env['FORCE_COLOR'];
delete process.env['CLAUSEWATCH_LIBRARY'];
