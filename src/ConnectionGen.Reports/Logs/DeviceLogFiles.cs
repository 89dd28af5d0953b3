using System.Text;

namespace ConnectionGen.Reports;

/// <summary>A log file for each device, opened when the device is first heard of.</summary>
internal sealed class DeviceLogFiles(string folder) : IDisposable
{
    // the same on every system, so that a folder of logs may be taken to another
    private const string NotInNames = "/\\:*?\"<>|%";

    private readonly Dictionary<string, StreamWriter> _files = new(StringComparer.Ordinal);

    /// <summary>Adds a text to a device's file. Not to be called by two threads at once.</summary>
    public void Write(string device, string text)
    {
        if (!_files.TryGetValue(device, out var file))
        {
            Directory.CreateDirectory(folder);
            _files.Add(device, file = new StreamWriter(Path.Combine(folder, NameOf(device)), append: true) { AutoFlush = true });
        }

        file.Write(text);
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();

        _files.Clear();
    }

    /// <summary>Another name for every device: what cannot stand in a file's name is written as its number.</summary>
    public static string NameOf(string device)
    {
        var name = new StringBuilder();
        foreach (var letter in device)
        {
            if (letter < ' ' || NotInNames.Contains(letter, StringComparison.Ordinal) || (letter == '.' && name.Length == 0))
                name.Append(System.Globalization.CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            else
                name.Append(letter);
        }

        return name.Append(".log").ToString();
    }
}
