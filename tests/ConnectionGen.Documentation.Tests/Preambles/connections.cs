using ConnectionGen.Cli.Expecting;
using ConnectionGen.Reports;
