using ConnectionGen.Analyzers;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.CodeFixes;

/// <summary>Writes a path into the text of a testbed file, in the style of the paths beside it.</summary>
internal static class PathText
{
    // What is still to be filled in; the file is told so (CG2019) until it is.
    private const string Address = "TODO";

    /// <summary>The text with the path; null where it cannot be added without a doubt.</summary>
    public static SourceText? Add(SourceText text, MissingPath missing, CancellationToken cancellationToken)
    {
        var before = Read(text, missing, cancellationToken);
        if (Device(before, missing) is not { } device || device.HasPath(missing.Path) || Change(text, device, missing) is not { } change)
        {
            return null;
        }

        var changed = text.WithChanges(change);
        var after = Read(changed, missing, cancellationToken);
        return after.IsComplete && Device(after, missing)?.HasPath(missing.Path) == true && after.Devices.Count == before.Devices.Count ? changed : null;
    }

    private static TestbedDocument Read(SourceText text, MissingPath missing, CancellationToken cancellationToken) =>
        TestbedReader.Read(text.ToString(), missing.File, _ => null, cancellationToken);

    private static DeviceNode? Device(TestbedDocument document, MissingPath missing) =>
        document.Devices.FirstOrDefault(device => device.Name == missing.Device && device.Key.Range.File == missing.File);

    private static TextChange? Change(SourceText text, DeviceNode device, MissingPath missing)
    {
        if (device.Body.Mapping("connections") is not { } connections)
        {
            return device.Body.Find("connections") is null ? NewBlock(text, device, missing) : null;
        }

        if (connections.Entries.Count == 0 || connections.Range.File != missing.File)
        {
            return null;
        }

        var last = connections.Entries[connections.Entries.Count - 1];
        var protocol = device.Paths.Count == 0 ? null : device.Paths[device.Paths.Count - 1].Body.Text("protocol");
        return text[connections.Range.Start.Offset] == '{'
            ? InFlow(text, connections, missing, protocol)
            : InBlock(text, last, missing, protocol);
    }

    // { mgmt: { ip: 192.0.2.1 }, console: { ip: TODO } }
    private static TextChange? InFlow(SourceText text, YamlMapping connections, MissingPath missing, string? protocol)
    {
        var close = connections.Range.End.Offset - 1;
        if (close < 0 || close >= text.Length || text[close] != '}')
        {
            return null;
        }

        var end = close;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var body = protocol is null ? $"ip: {Address}" : $"protocol: {protocol}, ip: {Address}";
        return new TextChange(new TextSpan(end, 0), $", {Key(missing.Path)}: {{ {body} }}");
    }

    private static TextChange InBlock(SourceText text, YamlEntry last, MissingPath missing, string? protocol)
    {
        var keyLine = text.Lines.GetLineFromPosition(last.Key.Range.Start.Offset);
        var indent = last.Key.Range.Start.Offset - keyLine.Start;
        var end = LastLineOf(text, keyLine.LineNumber, indent);
        var step = ChildIndent(text, keyLine.LineNumber, end, indent) - indent;
        return After(text, end, Lines(missing, protocol, indent, step));
    }

    // A device that has no connections yet.
    private static TextChange? NewBlock(SourceText text, DeviceNode device, MissingPath missing)
    {
        if (device.Body.Entries.Count == 0 || text[device.Body.Range.Start.Offset] == '{')
        {
            return null;
        }

        var first = device.Body.Entries[0].Key.Range.Start.Offset;
        var keyLine = text.Lines.GetLineFromPosition(first);
        var indent = first - keyLine.Start;
        var deviceIndent = device.Key.Range.Start.Column - 1;
        var step = Math.Max(indent - deviceIndent, 1);
        var end = LastLineOf(text, device.Key.Range.Start.Line - 1, deviceIndent);
        return After(text, end, [new string(' ', indent) + "connections:", .. Lines(missing, protocol: null, indent + step, step)]);
    }

    private static string[] Lines(MissingPath missing, string? protocol, int indent, int step)
    {
        var (outer, inner) = (new string(' ', indent), new string(' ', indent + Math.Max(step, 1)));
        return protocol is null
            ? [$"{outer}{Key(missing.Path)}:", $"{inner}ip: {Address}"]
            : [$"{outer}{Key(missing.Path)}:", $"{inner}protocol: {protocol}", $"{inner}ip: {Address}"];
    }

    // What stands deeper than a key belongs to it; blank lines after it do not.
    private static int LastLineOf(SourceText text, int line, int indent)
    {
        var last = line;
        for (var next = line + 1; next < text.Lines.Count; next++)
        {
            var content = text.Lines[next].ToString();
            if (content.Trim().Length == 0)
            {
                continue;
            }

            if (content.Length - content.TrimStart(' ').Length <= indent)
            {
                break;
            }

            last = next;
        }

        return last;
    }

    private static int ChildIndent(SourceText text, int line, int last, int indent)
    {
        for (var next = line + 1; next <= last; next++)
        {
            var content = text.Lines[next].ToString();
            if (content.Trim() is { Length: > 0 } trimmed && trimmed[0] != '#')
            {
                return content.Length - content.TrimStart(' ').Length;
            }
        }

        return indent + 2;
    }

    private static TextChange After(SourceText text, int line, IEnumerable<string> lines)
    {
        var newLine = NewLineOf(text);
        return new TextChange(new TextSpan(text.Lines[line].End, 0), string.Concat(lines.Select(added => newLine + added)));
    }

    private static string NewLineOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    // Plain where that is safe.
    private static string Key(string path) =>
        path.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.' or '/') && char.IsLetter(path[0]) && path is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off")
            ? path
            : "\"" + path.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
