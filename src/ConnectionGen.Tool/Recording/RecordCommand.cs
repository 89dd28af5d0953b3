using System.CommandLine;
using ConnectionGen.Simulation;

namespace ConnectionGen.Tool;

/// <summary><c>connectiongen record FILE… -o FOLDER</c>: recorded sessions to mock data.</summary>
internal static class RecordCommand
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<string[]>("FILE") { Description = "Recorded sessions.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("--output", "-o") { Description = "The folder for the mock data, a file for each session.", DefaultValueFactory = static _ => ".", HelpName = "FOLDER" };
        var hostName = new Option<string?>("--hostname") { Description = "The device's name in its prompts; it becomes %N." };
        var secrets = new Option<string[]>("--secret") { Description = "A text that must not stand in the data; may be given several times. What was typed at a password prompt never does." };
        var delays = new Option<bool>("--keep-delays") { Description = "Answers take as long as they took then." };
        var command = new Command("record", "Makes mock data from recorded sessions, to be played by simulate.") { files, folder, hostName, secrets, delays };
        Misspelt.RefuseOptionsIn(files, command);
        command.SetAction(async (given, cancellationToken) =>
        {
            var options = new RecordingOptions { HostName = given.GetValue(hostName), Secrets = given.GetValue(secrets) ?? [], KeepDelays = given.GetValue(delays) };
            foreach (var file in given.GetRequiredValue(files))
                await screen.Output.WriteLineAsync(await WriteAsync(file, given.GetValue(folder)!, options, cancellationToken));

            return ExitCode.Success;
        });
        return command;
    }

    /// <returns>The file that was written.</returns>
    private static async Task<string> WriteAsync(string file, string folder, RecordingOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var data = MockDataRecorder.ToMockData(SessionRecording.Parse(FileText.Of(file), file), options);
            Directory.CreateDirectory(folder);
            var output = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}.yaml");
            await File.WriteAllTextAsync(output, data.ToYaml(), cancellationToken);
            return output;
        }
        catch (FormatException error)
        {
            throw new UnusableException(error.Message, error);
        }
    }
}
