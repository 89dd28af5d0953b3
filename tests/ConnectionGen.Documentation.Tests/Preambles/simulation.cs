// a device to which somebody has been
await using var device = SimulatedDevice.Start(MockData.Load("mock/ios.yaml"));
using (var client = new System.Net.Sockets.TcpClient("127.0.0.1", device.Port))
{
    var stream = client.GetStream();
    stream.Write("admin\rswordfish\rwrite memory\r"u8);
    client.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);
    stream.CopyTo(Stream.Null);
}

while (device.Sessions[0].EndReason is null)
    await Task.Delay(10);
