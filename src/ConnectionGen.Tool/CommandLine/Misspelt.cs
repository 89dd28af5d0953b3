using System.CommandLine;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>Words of a command line that nothing is known of.</summary>
internal static class Misspelt
{
    /// <summary>Refuses words that begin like an option: an argument that takes many words would take a misspelt option, too.</summary>
    public static void RefuseOptionsIn(Argument<string[]> argument, Command command) => argument.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(static token => token.Value.StartsWith('-')) is { } token)
            result.AddError(Tell(token.Value, command));
    });

    public static string Tell(string word, Command command)
    {
        var kind = word.StartsWith('-') ? "no option" : command.Subcommands.Count > 0 ? "no command" : "one argument too many";
        var known = command.Subcommands.Select(static one => one.Name).Concat(command.Options.Select(static one => one.Name));
        return $"'{word}' is {kind} of {PathOf(command)}{(NearestName.Find(word, known) is { } nearest ? $"; did you mean '{nearest}'?" : "")}";
    }

    public static string PathOf(Command command) => command is RootCommand ? "connectiongen" : $"connectiongen {command.Name}";
}
