using System.Text;
using System.Text.RegularExpressions;

namespace ConnectionGen.Simulation;

/// <summary>Answers lines that the data does not list: a pattern with captures, and a template that they fill in.</summary>
/// <example>
/// <code>
/// new CommandPattern(@"ping (?&lt;target&gt;\S+)", "Sending 5 echos to {target}\n!!!!!\n", state: "exec")
/// </code>
/// </example>
public sealed class CommandPattern
{
    private readonly Regex _pattern;
    private readonly string _template;

    /// <summary>A pattern with its template.</summary>
    /// <param name="pattern">A regular expression that the whole line must match. Neither back-references nor look-arounds are allowed, so that every line is matched in linear time.</param>
    /// <param name="template">What is printed; <c>{name}</c> is what the group <c>name</c> captured, <c>%N</c> the host name.</param>
    /// <param name="state">The state it holds in; null for every state.</param>
    /// <param name="newState">The state to move to; null to stay.</param>
    /// <exception cref="ArgumentException">The pattern is not a regular expression.</exception>
    /// <exception cref="NotSupportedException">The pattern has back-references or look-arounds.</exception>
    public CommandPattern(string pattern, string template, string? state = null, string? newState = null)
    {
        _pattern = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        _template = template;
        State = state;
        NewState = newState;
    }

    /// <summary>The state it holds in; null for every state.</summary>
    public string? State { get; }

    /// <summary>The state to move to; null to stay.</summary>
    public string? NewState { get; }

    internal MockCommand? Answer(string state, string line)
    {
        if (State is not null && State != state)
        {
            return null;
        }

        var match = _pattern.Match(line);
        if (!match.Success)
        {
            return null;
        }

        var text = new StringBuilder(_template);
        foreach (Group group in match.Groups)
        {
            text.Replace("{" + group.Name + "}", group.Value);
        }

        return new MockCommand { Responses = [MockText.From(text.ToString())], NewState = NewState };
    }
}
