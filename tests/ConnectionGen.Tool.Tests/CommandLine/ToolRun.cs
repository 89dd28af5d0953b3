namespace ConnectionGen.Tool.Tests;

/// <summary>What the command printed and how it ended, run in this process on a screen of its own.</summary>
internal sealed record ToolRun(int Code, string Output, string Errors)
{
    public static Task<ToolRun> OfAsync(params string[] arguments) => OnAsync(width: null, live: null, arguments);

    /// <param name="width">Columns of the terminal; null for none.</param>
    /// <param name="live">Columns for the live line; null for none.</param>
    public static async Task<ToolRun> OnAsync(int? width, int? live, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var screen = new Screen(TextWriter.Synchronized(output), TextWriter.Synchronized(errors), width, live) { Environment = static _ => null };
        var code = await ConnectionGenCommand.RunAsync(arguments, screen, TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString().Replace("\r\n", "\n", StringComparison.Ordinal), errors.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
