using System.CommandLine;

namespace ConnectionGen.Tool;

/// <summary><c>connectiongen schema</c>: the JSON schema of testbed files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("schema", "Prints the JSON schema of testbed files; editors check and complete with it.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var schema = typeof(SchemaCommand).Assembly.GetManifestResourceStream("testbed.schema.json")!;
            using var reader = new StreamReader(schema);
            await screen.Output.WriteAsync(await reader.ReadToEndAsync(cancellationToken));
            return ExitCode.Success;
        });
        return command;
    }
}
