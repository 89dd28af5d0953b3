using System.Text.Json;

namespace ConnectionGen;

/// <summary>The credentials of one place of a <see cref="TestbedBuilder"/>.</summary>
internal sealed class BuiltCredentials
{
    private readonly OrderedDictionary<string, (string? Username, string? Password)> _all = new(StringComparer.Ordinal);

    public void Add(string name, string? username, string? password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _all[name] = (username, password);
    }

    public void Write(Utf8JsonWriter writer)
    {
        if (_all.Count == 0)
            return;

        writer.WriteStartObject("credentials");
        foreach (var (name, (username, password)) in _all)
        {
            writer.WriteStartObject(name);
            Write(writer, "username", username);
            Write(writer, "password", password);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string key, string? value)
    {
        if (value is not null)
            writer.WriteString(key, value);
    }
}
