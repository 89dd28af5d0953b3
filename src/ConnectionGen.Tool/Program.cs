using System.CommandLine;
using ConnectionGen.Tool;

var root = new RootCommand("Typed connections to network devices, from the command line.")
{
    SimulateCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
