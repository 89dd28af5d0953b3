namespace NativeTool;

/// <summary>Answers as columns: device, command, and the answer's lines below one another.</summary>
internal static class AnswerTable
{
    public static async Task WriteAsync(IReadOnlyList<Answer> answers, TextWriter output)
    {
        var device = Width("DEVICE", answers.Select(static answer => answer.Device));
        var command = Width("COMMAND", answers.Select(static answer => answer.Command));
        await WriteLineAsync("DEVICE", "COMMAND", "ANSWER");
        foreach (var answer in answers)
        {
            var lines = answer.Text.Split('\n');
            await WriteLineAsync(answer.Device, answer.Command, answer.IsError ? $"error: {lines[0]}" : lines[0]);
            foreach (var line in lines.Skip(1))
                await WriteLineAsync("", "", line);
        }

        Task WriteLineAsync(string first, string second, string third) => output.WriteLineAsync($"{first.PadRight(device)}  {second.PadRight(command)}  {third}".TrimEnd());
    }

    private static int Width(string head, IEnumerable<string> cells) => cells.Append(head).Max(static cell => cell.Length);
}
