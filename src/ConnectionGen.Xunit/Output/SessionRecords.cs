using System.Globalization;
using System.Text;

namespace ConnectionGen.Xunit;

/// <summary>All that was sent and received on each connection while a test used it, as session records.</summary>
internal sealed class SessionRecords
{
    private readonly Dictionary<Connection, StringBuilder> _texts = [];

    public void Add(Connection connection, SessionEntry entry)
    {
        lock (_texts)
        {
            if (!_texts.TryGetValue(connection, out var text))
                _texts.Add(connection, text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# '{connection.Alias}' of '{connection.Device.Name}' via '{connection.Via}'\n"));

            text.Append(entry).Append('\n');
        }
    }

    /// <summary>A text for each connection, with a name for its file.</summary>
    public IReadOnlyList<(string Name, string Text)> ToFiles()
    {
        lock (_texts)
        {
            // an alias may have been connected anew
            return [.. _texts.GroupBy(static one => NameOf(one.Key), StringComparer.OrdinalIgnoreCase)
                .SelectMany(static same => same.Select((one, at) => (at == 0 ? $"{same.Key}.txt" : $"{same.Key} {at + 1}.txt", one.Value.ToString())))];
        }
    }

    // a device may be called what a file may not
    private static string NameOf(Connection connection) => string.Concat($"{connection.Device.Name} {connection.Alias}".Select(static letter => letter < ' ' || "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '_' : letter));
}
