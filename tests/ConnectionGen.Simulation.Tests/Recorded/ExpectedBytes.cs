using System.Text;

namespace ConnectionGen.Simulation.Tests;

/// <summary>What a terminal must show for what is typed, worked out from the data alone.</summary>
internal sealed class ExpectedBytes(MockData data, string hostName)
{
    private readonly StringBuilder _text = new();

    /// <summary>The state reached; null where the data leads to a state that does not exist.</summary>
    public MockState? State { get; private set; }

    public ExpectedBytes Enter(string name)
    {
        for (string? next = name; next is not null; next = State.NewState)
        {
            State = data.States.GetValueOrDefault(next);
            if (State is null)
            {
                return this;
            }

            if (State.Preface is { } preface)
            {
                Print(preface.Response(0));
            }
        }

        return Prompt();
    }

    public ExpectedBytes Line(string line, MockCommand command, int call)
    {
        _text.Append(line).Append("\r\n");
        return Play(command, call);
    }

    public ExpectedBytes Key(MockCommand command, int call) => Play(command, call);

    public override string ToString() => _text.ToString();

    private ExpectedBytes Play(MockCommand command, int call)
    {
        Print(command.Response(call));
        return command.NewState is { } next ? Enter(next) : Prompt();
    }

    private ExpectedBytes Prompt()
    {
        var prompt = State!.Prompt.ToString().Replace("%N", hostName, StringComparison.Ordinal);
        if (prompt.Length > 0)
        {
            _text.Append(_text.Length == 0 || _text[^1] == '\n' ? "" : "\r\n").Append(prompt);
        }

        return this;
    }

    private void Print(MockText response)
    {
        var text = response.ToString();
        _text.Append(text).Append(text.Length == 0 || text.EndsWith('\n') ? "" : "\r\n");
    }
}
