using System.Text.Json;

namespace ConnectionGen.Tool;

/// <summary>What came of devices, as JSON.</summary>
internal static class ResultJson
{
    public static string Of(IReadOnlyList<DeviceResult> results) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var result in results)
            Write(json, result);

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, DeviceResult result)
    {
        json.WriteStartObject();
        json.WriteString("device", result.Device);
        json.WriteString("via", result.Via);
        json.WriteString("failure", result.Failure);
        json.WriteNumber("seconds", Math.Round(result.Duration.TotalSeconds, 3));
        json.WriteStartArray("answers");
        foreach (var answer in result.Answers)
        {
            json.WriteStartObject();
            json.WriteString("command", answer.Command);
            json.WriteString("text", answer.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
