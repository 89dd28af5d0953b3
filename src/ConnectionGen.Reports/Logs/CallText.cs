using System.Collections;

namespace ConnectionGen.Reports;

/// <summary>Calls and their results as text. A service named <c>Execute…</c> is told by its command alone.</summary>
internal static class CallText
{
    private const string Execute = "Execute";
    private const string Async = "Async";

    public static string Of(ServiceCall call)
    {
        var arguments = string.Join(", ", call.Values.Select(static value => Of(value)).Where(static text => !string.IsNullOrEmpty(text)));
        var name = call.Service.Name.EndsWith(Async, StringComparison.Ordinal) ? call.Service.Name[..^Async.Length] : call.Service.Name;
        return name.StartsWith(Execute, StringComparison.Ordinal) && arguments.Length > 0 ? arguments : arguments.Length == 0 ? name : $"{name} {arguments}";
    }

    /// <summary>A value's text; null where there is nothing to show.</summary>
    public static string? Of(object? value) => value switch
    {
        null or ValueTuple => null,
        string text => text,
        // options tell their type, which tells nobody anything
        TimeSpan or CancellationToken => null,
        IEnumerable list => string.Join('\n', list.Cast<object?>().Select(static one => Of(one))),
        IFormattable number => number.ToString(format: null, System.Globalization.CultureInfo.InvariantCulture),
        _ when value.ToString() is { } text && text != value.GetType().ToString() && !text.StartsWith($"{value.GetType().Name} {{", StringComparison.Ordinal) => text,
        _ => null,
    };

    /// <summary>Lines without the blank ones at the end.</summary>
    public static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') is { Length: > 0 } some ? some.Split('\n') : [];
}
