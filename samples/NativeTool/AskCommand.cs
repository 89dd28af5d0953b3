using System.CommandLine;
using ConnectionGen;

namespace NativeTool;

/// <summary><c>nativetool TESTBED COMMAND…</c>: what each device answers to each command, as a table.</summary>
internal static class AskCommand
{
    private const int Failed = 1;
    private const int Unreadable = 2;

    public static RootCommand Create()
    {
        var testbed = new Argument<FileInfo>("testbed") { Description = "The testbed file." };
        var commands = new Argument<string[]>("commands") { Description = "What to run on each device, in this order.", Arity = ArgumentArity.OneOrMore };
        var devices = new Option<string[]>("--device", "-d") { Description = "A device to ask, by name or alias; may be given several times. All unless said otherwise." };
        var via = new Option<string?>("--via") { Description = "The path to each device; its default path unless said otherwise." };
        var acceptNew = new Option<bool>("--accept-new") { Description = "Accepts SSH host keys that are not known, and remembers them." };
        var knownHosts = new Option<string?>("--known-hosts") { Description = "The file of known SSH host keys; ~/.ssh/known_hosts unless said otherwise." };

        var root = new RootCommand("Asks the devices of a testbed, all at once.") { testbed, commands, devices, via, acceptNew, knownHosts };
        root.SetAction((given, cancellationToken) => RunAsync(
            given.GetRequiredValue(testbed).FullName,
            new TestbedOptions
            {
                HostKeys = given.GetValue(acceptNew) ? HostKeyPolicy.AcceptNew : HostKeyPolicy.Strict,
                KnownHostsFile = given.GetValue(knownHosts),
            },
            new Question(given.GetRequiredValue(commands), given.GetValue(devices) is { Length: > 0 } some ? some : null, given.GetValue(via)),
            given.InvocationConfiguration,
            cancellationToken));
        return root;
    }

    private static async Task<int> RunAsync(string file, TestbedOptions options, Question question, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        try
        {
            await using var lab = await Testbed.LoadAsync(file, options, cancellationToken);
            var answers = await question.AskAsync(lab, cancellationToken);
            await AnswerTable.WriteAsync(answers, terminal.Output);
            return answers.Any(static answer => answer.IsError) ? Failed : 0;
        }
        catch (Exception error) when (error is TestbedFileException or TestbedValueException or KeyNotFoundException)
        {
            await terminal.Error.WriteLineAsync(error.Message);
            return Unreadable;
        }
    }
}
