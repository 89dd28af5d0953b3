var session = SimulatedDevice.Start(MockData.Load("mock/ios.yaml")).Sessions[0];
var device = SimulatedDevice.Start(MockData.Load("mock/ios.yaml"));
