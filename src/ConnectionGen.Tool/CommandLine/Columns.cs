namespace ConnectionGen.Tool;

/// <summary>Rows of cells below a head, each column as wide as its widest cell. Where they do not fit, each row is a paragraph of its own.</summary>
internal sealed class Columns(params string[] heads)
{
    private const int Gap = 2;

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public async Task WriteAsync(TextWriter output, int? width)
    {
        if (_rows.Count == 0)
            return;

        var widths = heads.Select((head, at) => _rows.Max(row => row[at].Length) is var widest && widest == 0 ? 0 : Math.Max(widest, head.Length)).ToArray();
        if (width is { } limit && widths.Sum(static one => one == 0 ? 0 : one + Gap) - Gap > limit)
        {
            await WriteParagraphsAsync(output);
            return;
        }

        await output.WriteLineAsync(Line(heads, widths));
        foreach (var row in _rows)
            await output.WriteLineAsync(Line(row, widths));
    }

    private async Task WriteParagraphsAsync(TextWriter output)
    {
        foreach (var row in _rows)
        {
            await output.WriteLineAsync(row[0].Length > 0 ? row[0] : "-");
            for (var at = 1; at < row.Length; at++)
            {
                if (row[at].Length > 0)
                    await output.WriteLineAsync($"  {heads[at].ToLowerInvariant()}: {row[at]}");
            }
        }
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Concat(cells.Zip(widths).Where(static one => one.Second > 0).Select(static one => one.First.PadRight(one.Second + Gap))).TrimEnd();
}
