using System.Globalization;

namespace ConnectionGen;

/// <summary>Finds the values that follow <c>-name</c> or <c>--name</c> in a program's arguments.</summary>
internal static class CommandLineArguments
{
    /// <summary>The values behind a name, also those behind <c>=</c>; none where the name stands alone; null where it does not stand there.</summary>
    public static IReadOnlyList<string>? Values(IReadOnlyList<string> arguments, string name)
    {
        List<string>? values = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsName(arguments[i]) || !Named(arguments[i], name, out var value))
                continue;

            values ??= [];
            if (value is not null)
                values.Add(value);

            while (value is null && i + 1 < arguments.Count && !IsName(arguments[i + 1]))
                values.Add(arguments[++i]);
        }

        return values;
    }

    private static bool Named(string argument, string name, out string? value)
    {
        var bare = argument.TrimStart('-');
        var equals = bare.IndexOf('=', StringComparison.Ordinal);
        value = equals >= 0 ? bare[(equals + 1)..] : null;
        return (equals >= 0 ? bare[..equals] : bare) == name.TrimStart('-');
    }

    // -5 is a value
    private static bool IsName(string argument) =>
        argument.Length > 1 && argument[0] == '-' && !double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
