using System.CommandLine;
using System.CommandLine.Completions;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>Which testbed a command is about: <c>--testbed</c>, else what an environment variable names, else <c>testbed.yaml</c> of the folder.</summary>
internal sealed class TestbedOption(Screen screen)
{
    private const string Variable = "CONNECTIONGEN_TESTBED";
    private const string Usual = "testbed.yaml";

    public Option<string?> Option { get; } = new("--testbed", "-t") { Description = $"The testbed file; the one that {Variable} names, or {Usual}, unless said otherwise.", HelpName = "FILE" };

    public string FileOf(ParseResult given) => given.GetValue(Option) ?? (screen.Environment(Variable) is { Length: > 0 } named ? named : Usual);

    /// <summary>Names of devices, for a shell that completes a word; none where the testbed cannot be read.</summary>
    public IEnumerable<string> Devices(CompletionContext context) => Read(context)?.Devices.Select(static device => device.Name) ?? [];

    /// <summary>Names of paths; one that several devices have is offered once by who asks.</summary>
    public IEnumerable<string> Paths(CompletionContext context) => Read(context)?.Devices.SelectMany(static device => device.Paths).Select(static path => path.Name) ?? [];

    private TestbedDocument? Read(CompletionContext context)
    {
        try
        {
            return TestbedText.ReadContent(FileOf(context.ParseResult));
        }
        catch (UnusableException)
        {
            return null;
        }
    }
}
