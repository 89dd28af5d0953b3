using System.CommandLine;
using ConnectionGen.Reports;

namespace ConnectionGen.Tool;

/// <summary><c>connectiongen show FILE</c>: a testbed's devices, paths and links.</summary>
internal static class ShowCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Mermaid = "mermaid";
    private const string Svg = "svg";

    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("FILE") { Description = "The testbed file." };
        var format = new Option<string>("--format") { Description = "text for tables, json, or the topology's picture: mermaid or svg.", DefaultValueFactory = static _ => Text };
        format.AcceptOnlyFromAmong(Text, Json, Mermaid, Svg);
        var command = new Command("show", "Shows the devices of a testbed, the paths to them and the links between them.") { file, format };
        command.SetAction((given, cancellationToken) => RunAsync(given.GetRequiredValue(file), given.GetValue(format)!, screen, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string format, Screen screen, CancellationToken cancellationToken)
    {
        var document = TestbedText.Read(file, cancellationToken);
        if (document.Root is null)
            throw new UnusableException($"'{file}' is no testbed; connectiongen validate {file} says why");

        var picture = TopologyPicture.Of(document);
        await (format switch
        {
            Mermaid => screen.Output.WriteAsync(picture.ToMermaid()),
            Svg => screen.Output.WriteAsync(picture.ToSvg()),
            Json => screen.Output.WriteLineAsync(TestbedJson.Of(document, picture)),
            _ => TestbedTables.WriteAsync(document, picture, screen),
        });
        return ExitCode.Success;
    }
}
