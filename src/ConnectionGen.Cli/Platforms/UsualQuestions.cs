using System.Text.RegularExpressions;
using ConnectionGen.Cli.Dialogs;
using ConnectionGen.Cli.Expecting;
using static ConnectionGen.Cli.Expecting.PatternLimits;

namespace ConnectionGen.Cli.Platforms;

/// <summary>What devices of many makes ask at a login beside user name and password.</summary>
internal static partial class UsualQuestions
{
    public static Dialog Login { get; } = new(
        new DialogStatement(new TextPattern("request for Enter", PressReturn(), PatternScope.EachLine), static (terminal, _, token) => terminal.SendLineAsync("", token)),
        DialogStatement.Line(SetUp(), "no"),
        DialogStatement.Line(LogBehindQuestion(), ""));

    /// <summary>Whether it is meant, in the words of many makes; the answer is yes.</summary>
    public static Dialog Confirmation { get; } = new(
        DialogStatement.Line(Confirm(), ""),
        DialogStatement.Line(YesNo(), "yes"),
        DialogStatement.Line(YN(), "y"));

    [GeneratedRegex(@"\[confirm\] ?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Confirm();

    [GeneratedRegex(@"[(\[]yes[/,]no[)\]](?: ?[(\[]\w+[)\]])?\??:? ?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex YesNo();

    [GeneratedRegex(@"[(\[]y/n[)\]]\??(?: *\[\w\])?:? ?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex YN();

    [GeneratedRegex(@"Press (?:RETURN|ENTER|any key) to (?:get started|continue)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex PressReturn();

    // the dialog itself, and what follows where somebody has begun it
    [GeneratedRegex(@"(?:initial configuration dialog|basic management setup)\? ?\[yes/no\]: ?$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex SetUp();

    [GeneratedRegex(@"^[Uu]ser ?[Nn]ame: ?(?:Kerberos:|Beginning configuration replication)[^\n]*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex LogBehindQuestion();
}
