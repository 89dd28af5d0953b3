using ConnectionGen;

namespace NativeTool;

/// <summary>What is asked, and whom.</summary>
/// <param name="Commands">The commands, in order.</param>
/// <param name="Devices">Names or aliases; null for all devices.</param>
/// <param name="Via">The path; null for each device's default.</param>
internal sealed record Question(IReadOnlyList<string> Commands, IReadOnlyList<string>? Devices, string? Via)
{
    /// <summary>Asks all devices at once. One that fails has its error as answer.</summary>
    public async Task<IReadOnlyList<Answer>> AskAsync(Testbed lab, CancellationToken cancellationToken)
    {
        var answers = await lab.CallAsync(AskAsync, Devices, cancellationToken: cancellationToken);
        return [.. answers.Values.SelectMany(static ofDevice => ofDevice)];
    }

    private async Task<List<Answer>> AskAsync(Device device, CancellationToken cancellationToken)
    {
        var answers = new List<Answer>();
        try
        {
            await device.ConnectAsync(via: Via, cancellationToken: cancellationToken);
            foreach (var command in Commands)
                answers.Add(new(device.Name, command, await device.ExecuteAsync(command, cancellationToken: cancellationToken)));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            answers.Add(new(device.Name, Commands[answers.Count], error.Message, IsError: true));
        }

        return answers;
    }
}
