using NativeTool;

return await AskCommand.Create().Parse(args).InvokeAsync();
