using System.Globalization;

namespace ConnectionGen.Simulation;

/// <summary>The parameters of a fault in YAML: a map of them, or a single value for the first.</summary>
internal sealed class FaultArguments(string file, string fault, MockNode node)
{
    private static readonly (string Name, CutKind Kind)[] s_kinds = [("close", CutKind.Close), ("reset", CutKind.Reset), ("half_close", CutKind.HalfClose), ("stall", CutKind.Stall)];
    private readonly List<string> _asked = [];

    public string Text(string name) => Text(name, null) ?? throw Missing(name);

    /// <summary>A text; <paramref name="after"/> names a parameter that comes before it, to which a single value belongs.</summary>
    public string? Text(string name, string? otherwise, string? after = null)
    {
        Ask(after);
        return Find(name) is { } value ? value.Text : otherwise;
    }

    /// <summary>Seconds.</summary>
    public TimeSpan Time(string name) => TimeOrNever(name) ?? throw Missing(name);

    public TimeSpan Time(string name, TimeSpan otherwise) => TimeOrNever(name) ?? otherwise;

    /// <summary>Seconds; null where they are not given.</summary>
    public TimeSpan? TimeOrNever(string name)
    {
        const double Day = 86_400;
        return Find(name) is not { } value ? null
            : Number(value.Text) is { } seconds and <= Day ? TimeSpan.FromSeconds(seconds)
            : throw Wrong($"'{name}' is a number of seconds, and '{value.Text}' is not", value);
    }

    public double Share(string name) => Find(name) is null ? throw Missing(name) : Share(name, 1);

    public double Share(string name, double otherwise) => Find(name) is not { } value ? otherwise
        : Number(value.Text) ?? throw Wrong($"'{name}' is a share from 0 to 1, and '{value.Text}' is not", value);

    public int Count(string name) => Find(name) is null ? throw Missing(name) : Count(name, 0);

    public int Count(string name, int otherwise) => Find(name) is not { } value ? otherwise
        : int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong($"'{name}' is a whole number, and '{value.Text}' is not", value);

    public CutKind Kind(string name)
    {
        if (Find(name) is not { } value)
        {
            return CutKind.Close;
        }

        foreach (var (known, kind) in s_kinds)
        {
            if (value.Text == known)
            {
                return kind;
            }
        }

        throw Wrong($"there is no kind '{value.Text}'; there are {string.Join(", ", s_kinds.Select(known => known.Name))}", value);
    }

    /// <summary>A fault without parameters: there with nothing or <c>true</c>, not there with <c>false</c>.</summary>
    public bool Flag() => node is MockScalar { IsPlain: true, Text: "" } || Truth((node as MockScalar)?.Text, fault, node);

    public bool Flag(string name) => Find(name) is { } value && Truth(value.Text, name, value);

    public void CheckAllUsed()
    {
        foreach (var entry in (node as MockMapping)?.Entries ?? [])
        {
            if (!_asked.Contains(entry.Key.Text))
            {
                throw Wrong($"'{fault}' has no '{entry.Key.Text}'; it has {string.Join(", ", _asked)}", entry.Key);
            }
        }
    }

    public MockDataException Wrong(string reason) => Wrong(reason, node);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool Truth(string? text, string name, MockNode at) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong($"'{name}' is true or false", at),
    };

    private MockScalar? Find(string name)
    {
        Ask(name);
        return node switch
        {
            MockMapping map => map.Find(name) switch
            {
                null => null,
                MockScalar value => value,
                var other => throw Wrong($"'{name}' is a single value, and this is not", other),
            },
            MockScalar single when _asked[0] == name => single,
            MockScalar => null,
            _ => throw Wrong($"'{fault}' is a map of its parameters, and this is not"),
        };
    }

    private void Ask(string? name)
    {
        if (name is not null && !_asked.Contains(name))
        {
            _asked.Add(name);
        }
    }

    private MockDataException Missing(string name) => Wrong($"'{fault}' needs '{name}'");

    private MockDataException Wrong(string reason, MockNode at) => new(file, at.Place.Line, at.Place.Column, reason);
}
