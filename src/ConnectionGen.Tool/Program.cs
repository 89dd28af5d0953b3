using ConnectionGen.Tool;

return await ConnectionGenCommand.RunAsync(args, Screen.OfConsole());
